/** Arabic words for how well something is established. */
import type { gradeWords } from './en-grades.ts';

export const gradeWordsArabic: typeof gradeWords = {
  grades: {
    title: 'ما مدى ثبوته',
    intro:
      'المعلومات من ١ إلى ٦ والمصادر من A إلى F (مقياس الأدميرالية، محسوبًا من الاستقلال والتناقض)، والضرر على مقياس Airwars.',
    none: 'لم تُقدَّر درجة.',
    occurrence: 'أنه وقع',
    culprit: 'من فعله',
    harm: 'الضرر في جملته',
    source: 'المصدر',
    with: (grade, words) => `${grade} (${words})`,
    credibility: {
      1: 'تؤكده مصادر مستقلة',
      2: 'صحيح على الأرجح',
      3: 'ربما كان صحيحًا',
      4: 'مشكوك فيه',
      5: 'مستبعد',
      6: 'لا يمكن الحكم عليه',
    },
    reliability: {
      A: 'موثوق تمامًا',
      B: 'موثوق عادة',
      C: 'موثوق إلى حد ما',
      D: 'غير موثوق عادة',
      E: 'غير موثوق',
      F: 'لا يمكن الحكم عليه',
    },
    harmGrade: {
      confirmed: 'مؤكد',
      fair: 'لا بأس به',
      weak: 'ضعيف',
      contested: 'موضع خلاف',
      discounted: 'مستبعد',
    },
  },
};
