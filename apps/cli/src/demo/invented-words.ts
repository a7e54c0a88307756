/*
 * Words from which the demo's names are made. Each quality is one that no thing can have and each place one of fables,
 * so that no entry, person or institution of the demo can be taken for a real one; every name carries the mark 虚构 or
 * «fictitious» besides.
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
对质数打喷嚏的|Sneezing-at-Primes
由昨夜月光的回忆驱动的|Moonlight-Memory-Driven
比自身更小的|Smaller-Than-Itself
怀疑自己尚未发明的|Not-Yet-Invented
下单前一百年交付的|Century-Early
体积为负的|Negative-Volume
会背未来古诗的|Future-Poem-Reciting
被平方根挠痒的|Ticklish-to-Square-Roots
只有内侧没有外侧的|All-Inside
在绝对零度以下唱歌的|Singing-Below-Absolute-Zero
只在周八运行的|Eighth-Day-of-the-Week
由虚无织成的|Woven-from-Nothing
梦中校准的|Dream-Calibrated
由不存在的影子供电的|Absent-Shadow-Powered
反方向下落的|Upward-Falling
可折叠成谚语的|Proverb-Folding
羞于存在的|Too-Shy-to-Exist
能闻出圆周率的|Pi-Smelling
比自己短一毫米的|Shorter-Than-Itself
由回声铸造的|Echo-Cast
在一维空间迷路的|Lost-in-One-Dimension
四点五维的|Four-and-a-Half-Dimensional
用叹气制冷的|Sigh-Cooled
每天年轻一岁的|Daily-Younger
以标点为燃料的|Punctuation-Fuelled
可从明天撤销的|Undone-from-Tomorrow
与彩虹第八色同频的|Eighth-Rainbow-Colour
向乘法表道歉的|Apologising-to-Arithmetic
记得明天的|Remembering-Tomorrow
需用圆周率哄睡的|Lulled-by-Pi
长在云朵梦里的|Cloud-Dreamt
请假去往上周的|On-Leave-to-Last-Week
颠倒重力的|Gravity-Swapping
只认未发明之文字的|Uninvented-Script-Reading
与自己的影子换位的|Shadow-Swapping
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
无何有|Nowhere
`);

/** Put behind every name: nobody shall take it for real. */
export const fictitious: Words = { zh: '（虚构）', en: ' (fictitious)' };
