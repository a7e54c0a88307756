import { BarChart as Bars } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { languageTags } from '../locales/index.js';
import { useLocale } from '../locales/use-text.js';
import { fontFamily } from '../theme/antd-theme.js';
import { usePalette } from '../theme/use-palette.js';
import { chartHeight } from './chart-height.js';

register([Bars, GridComponent, SVGRenderer]);

interface BarChartProps {
  title: string;
  description: string;
  bars: readonly { name: string; value: number }[];
}

/** Horizontal bars with their numbers beside them: no legend, no hover needed. A table twin belongs on the same page. */
export function BarChart({ title, description, bars }: BarChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { palette, still } = usePalette();
  const tag = languageTags[useLocale()];
  const key = JSON.stringify(bars);
  useEffect(() => {
    if (!frame.current) return undefined;
    const number = new Intl.NumberFormat(tag);
    const shown = JSON.parse(key) as BarChartProps['bars'];
    const chart = init(frame.current, null, { renderer: 'svg' });
    const width = frame.current.clientWidth;
    const label = { color: palette.ink, fontSize: 16, fontFamily };
    const nameLabel = {
      ...label,
      verticalAlign: 'bottom',
      lineHeight: 20,
      overflow: 'break',
      formatter: '{b}',
    } as const;
    chart.setOption({
      animation: !still,
      animationDuration: 150,
      grid: { left: 0, right: 64, top: 12, bottom: 0 },
      xAxis: { type: 'value', show: false },
      yAxis: { type: 'category', inverse: true, show: false, data: shown.map(({ name }) => name) },
      series: [
        {
          type: 'bar',
          barWidth: 24,
          data: shown.map(({ value }) => value),
          itemStyle: { color: palette.primary, borderRadius: 2 },
          label: {
            show: true,
            position: 'right',
            ...label,
            fontWeight: 600,
            formatter: ({ value }: { value: unknown }) => number.format(Number(value)),
          },
        },
        {
          // The name stands on its bar, in two lines where the page is narrow.
          type: 'bar',
          barGap: '-100%',
          barWidth: 24,
          silent: true,
          data: shown.map(() => 0),
          label: { show: true, position: [0, -2], ...nameLabel, width },
        },
      ],
    });
    const observer = new ResizeObserver(([change]) => {
      chart.resize();
      chart.setOption({ series: [{}, { label: { width: change?.contentRect.width } }] });
    });
    observer.observe(frame.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [key, palette, still, tag]);
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <div ref={frame} role="img" aria-label={description} style={{ height: chartHeight(bars.length) }} />
    </figure>
  );
}
