/*
 * Words from which the demo's names are made. Each pair is built to be impossible, so that no entry, person or
 * institution of the demo can be taken for a real one; every name carries the mark 虚构 or «fictitious» besides.
 */

export interface Words {
  readonly zh: string;
  readonly en: string;
}

const words = (text: string): readonly Words[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [zh = '', en = ''] = line.split('|').map((part) => part.trim());
      return { zh, en };
    });

export const impossibleQualities = words(`
时间倒流的|Time-Reversing
会打喷嚏的|Sneezing
月光驱动的|Moonlight-Driven
比自身更小的|Smaller-Than-Itself
自我怀疑的|Self-Doubting
昨日交付的|Delivered-Yesterday
不占空间的|Spaceless
会背古诗的|Poem-Reciting
怕痒的|Ticklish
左右不分的|Left-Right-Agnostic
零下会唱歌的|Singing-Below-Zero
只在周八运行的|Eighth-Day-of-the-Week
无中生有的|Out-of-Nothing
梦中校准的|Dream-Calibrated
影子供电的|Shadow-Powered
反方向下落的|Upward-Falling
可折叠成谚语的|Proverb-Folding
害羞的|Bashful
能闻出圆周率的|Pi-Smelling
永远差一毫米的|One-Millimetre-Short
由回声铸造的|Echo-Cast
会迷路的|Easily-Lost
四点五维的|Four-and-a-Half-Dimensional
用叹气制冷的|Sigh-Cooled
不会变老的|Never-Ageing
以茶代油的|Tea-Fuelled
可撤销的|Undoable
与彩虹同频的|Rainbow-Tuned
懂得客气的|Overly-Polite
自带回忆的|Nostalgic
需要哄睡的|Lullaby-Dependent
长在云上的|Cloud-Grown
会请假的|Leave-Taking
颠倒重力的|Gravity-Swapping
只认甲骨文的|Oracle-Bone-Only
会犹豫的|Hesitating
`);

export const inventedThings = words(`
齿轮箱|Gearbox
电池隔膜|Battery Separator
桥梁传感器|Bridge Sensor
无人机编队|Drone Swarm
激光雷达|Lidar
减速器|Speed Reducer
镁合金铸件|Magnesium Casting
碳纤维支架|Carbon-Fibre Bracket
水处理膜|Water-Treatment Membrane
疫苗冷链箱|Vaccine Cold Box
手术机械臂|Surgical Arm
柑橘分拣线|Citrus Sorting Line
榨菜发酵罐|Pickle Fermenter
充电桩|Charging Pile
热泵|Heat Pump
芯片封装胶|Chip Encapsulant
工业软件|Industrial Software
卫星天线|Satellite Antenna
显示面板|Display Panel
山地轨道车|Mountain Rail Car
索道缆绳|Cableway Rope
隧道风机|Tunnel Fan
玻璃基板|Glass Substrate
轮胎胶料|Tyre Compound
质子交换膜|Proton-Exchange Membrane
气体传感阵列|Gas Sensor Array
数字孪生平台|Digital-Twin Platform
语音翻译耳机|Translating Earphone
骨科植入物|Orthopaedic Implant
中药提取塔|Herbal Extraction Tower
污泥干化机|Sludge Dryer
冷轧辊|Cold-Rolling Roller
船用螺旋桨|Ship Propeller
精密轴承|Precision Bearing
农田巡检犬|Field Patrol Dog
噪声消除窗|Noise-Cancelling Window
再生塑料粒|Recycled Pellets
液压挖掘臂|Hydraulic Boom
量子秤|Quantum Scale
防雾挡风玻璃|Fog-Free Windscreen
稀土永磁体|Rare-Earth Magnet
智能电表|Smart Meter
航空铆钉|Aviation Rivet
储氢罐|Hydrogen Tank
光伏屋瓦|Solar Roof Tile
细胞培养袋|Cell-Culture Bag
桥吊控制器|Gantry Controller
压铸模具|Die-Casting Mould
触觉手套|Haptic Glove
边缘计算盒|Edge-Computing Box
`);

export const personSyllables = words(`
川|Tarvix
砚|Quolm
岚|Brindle-Zero
澈|Ombrixa
霁|Vantoop
禾|Lurimel
衡|Praxelo
朔|Nimbrook-Null
棠|Ferquint
砺|Ostravane
遥|Wexliff
昱|Jorvandel
芥|Pelluxo
笃|Kromby
黎|Zanthiel
沅|Mirovask
`);

export const imaginaryPlaces = words(`
子虚|Zixu
乌有|Wuyou
亡是|Wangshi
镜花|Mirror-Flower
水月|Water-Moon
海市|Mirage
南柯|Southern-Bough
桃源|Peach-Spring
`);

/** Put behind every name: nobody shall take it for real. */
export const fictitious: Words = { zh: '（虚构）', en: ' (fictitious)' };
