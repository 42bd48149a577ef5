/** Arabic words for trying an incident at another place. */
import type { Words } from './en.ts';

export const whatIfWordsArabic: Pick<Words, 'whatIf'> = {
  whatIf: {
    elsewhere: 'لو وقع في مكان آخر',
    place: 'مكان باسمه، أو إحداثيات (خط العرض أولًا، مثل ٣٣٫٤٦، ٣٦٫٢٣)',
    ask: 'جرّبه هناك',
    mapLabel:
      'خريطة المكان. انقر لتجربة نقطة، أو حرّك النقطة بمفاتيح الأسهم واضغط «إدخال»؛ وزائد وناقص للتقريب والإبعاد.',
    mapLegend: (zones: string) =>
      `الدائرة: حيث يُعتقد أنه وقع. الصليب: النقطة المجرَّبة.${zones === '' ? '' : ` الحدود: \u2068${zones}\u2069.`}`,
    nearer: 'تقريب',
    farther: 'إبعاد',
    unknownPlace: 'لا يُعرف مكان بهذا الاسم. جرّب كتابة أخرى، أو إحداثيات مثل ٣٣٫٤٦، ٣٦٫٢٣.',
    ifAt: (place: string) => `لو كان قد وقع في ${place}`,
    others: 'أماكن أخرى بهذا الاسم:',
    nothingTurns: 'لن تتغير أي نتيجة هناك.',
    stays: 'البنود التي تبقى نتيجتها',
  },
};
