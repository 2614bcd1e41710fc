/** The scale of all timetables, remembered on this laptop. */
import { ref } from 'vue';
import { call } from '@/api/backend';
import { type Scale, SCALES } from '@/components/gantt/scale';

const SETTING = 'gantt.scale';
const scale = ref<Scale>('month');
let asked = false;

export function useScale() {
  if (!asked) {
    asked = true;
    void call('setting_get', { key: SETTING }).then((kept) => {
      const known = SCALES.find((one) => one === kept);
      if (known) scale.value = known;
    }).catch(() => undefined);
  }
  function choose(to: Scale): void {
    scale.value = to;
    void call('setting_set', { key: SETTING, value: to }).catch(() => undefined);
  }
  return { scale, choose };
}
