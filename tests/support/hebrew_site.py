"""A small blog in Hebrew with an explainer that is also there in German and in English, and a piece
that is there in English alone.
"""

HEBREW_SITE = """
-- site.yaml --
title: בית הנבחרים
base_url: https://example.org/blog/
description: הערות על מוסדות ועל סדרי הדיון בהם
language: he
timezone: Asia/Jerusalem
authors: [המערכת]
markdown: {toc_headings: 3}
-- content/about.md --
---
title: על האתר
standfirst: מי כותב כאן, ומה.
translation_key: about
---
האתר מסביר איך עובדים מוסדות. כתובתו היא `https://example.org/`.
-- content/about-en.md --
---
title: About
lang: en
translation_key: about
---
This site explains how "institutions" work.
-- content/sections/מוסדות.md --
---
title: מוסדות
standfirst: איך הם בנויים, ומה מותר להם.
---
-- content/posts/2025-12-22-vetir.md --
---
title: מהו וטו במועצת הביטחון
lang: he
translation_key: veto
standfirst: חמש חברות קבועות יכולות למנוע החלטה, *גם אם* כל האחרות תומכות בה.
section: מוסדות
tags: [האו"ם, מועצת הביטחון]
thread: מועצת הביטחון
corrections: [{date: 2025-12-23, text: "נכתב בטעות שיש 14 חברות; יש 15."}]
---
מועצת הביטחון של האו"ם מונה 15 חברות: חמש קבועות ועשר נבחרות. החלטה בעניין מהותי דורשת
תשעה קולות, ובהם כל קולות החברות הקבועות.[^1]

## מי יכול להטיל וטו

סין, צרפת, רוסיה, בריטניה וארה"ב. הימנעות אינה וטו: כך נהגו מאז 1946, ו"חבר קבוע נמנע" אינו
מונע החלטה.

> החלטות מועצת הביטחון בכל שאר העניינים יתקבלו ברוב של תשעה חברים.

### שאלות שבסדר הדיון

בשאלות של נוהל די בתשעה קולות. ההבדל נקבע לפי
[סעיף 27](https://www.un.org/en/about-us/un-charter/chapter-5) של המגילה (UN Charter, Art. 27).

| שנה | חברות |
|---|---|
| 1945 | 11 |
| 1965 | 15 |

## מה קורה אחרי וטו

- העצרת הכללית מתכנסת בתוך עשרה ימים;
- החברה שהטילה את הווטו מסבירה את עמדתה.

{% note %}המספרים לפי אתר `un.org`.{% endnote %}

[^1]: סעיף 27 למגילת האו"ם.
-- content/posts/2025-12-22-veto-de.md --
---
title: Was ein Veto im "Sicherheitsrat" ist
lang: de
translation_key: veto
slug: veto-de
standfirst: Fünf ständige Mitglieder können einen Beschluss verhindern.
section: מוסדות
tags: [האו"ם]
thread: מועצת הביטחון
---
Der Sicherheitsrat hat 15 Mitglieder. "Ein Beschluss braucht 'neun' Stimmen", so die Charta.

## Wer ein Veto hat

China, Frankreich, Russland, das Vereinigte Königreich und die Vereinigten Staaten.
-- content/posts/2025-12-22-veto-en.md --
---
title: What a veto in the "Security Council" is
lang: en
translation_key: veto
slug: veto-en
section: מוסדות
---
The Council has 15 members. "A decision needs nine votes", says the Charter.
-- content/posts/2025-12-20-rov.md --
---
title: כך נקבע רוב במועצת הביטחון
section: מוסדות
kind: curated
source:
  name: Reuters
  url: https://www.reuters.com/world/council-votes/
  author: Staff
  published: 2025-12-19
  note: הקטע תורגם בידי המערכת.
tags: [מועצת הביטחון]
thread: מועצת הביטחון
---
הקטע מסביר כיצד נספרים הקולות במועצת הביטחון: תשעה מתוך 15, ובהם כל החברות הקבועות.
-- content/posts/2025-11-03-azeret.md --
---
title: העצרת הכללית והמועצה
section: מוסדות
tags: [האו"ם]
thread: מועצת הביטחון
---
לכל חברה באו"ם קול אחד בעצרת הכללית. החלטותיה הן המלצות, אך היא קובעת את התקציב ובוחרת
את עשר החברות הנבחרות של מועצת הביטחון.
-- content/posts/2025-10-01-nine.md --
---
title: Why nine of fifteen
lang: en
section: כלכלה
---
Seven votes of eleven were enough until 1965.
-- content/posts/2025-09-01-takziv.md --
---
title: כיצד מתקבל תקציב
section: כלכלה
---
התקציב מוגש, נדון בוועדות ועולה להצבעה. עד שהוא מתקבל נמשך התקציב של השנה הקודמת, בחלקים.
"""
