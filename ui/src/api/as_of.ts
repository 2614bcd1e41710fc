/** 数据截至: the day all figures are computed for. */
import { computed, ref } from 'vue';

/** An ISO day, or null for today. Travels with every call. */
export const asOf = ref<string | null>(null);

/** Looking at another day than today: nothing may be changed (domain.md §1.8). */
export const lookingBack = computed(() => asOf.value !== null);
