"""A small site with something of everything."""

from __future__ import annotations

WHOLE_SITE = """
-- site.yaml --
title: The Second Draft
base_url: https://example.org/
description: A paper of politics and procedure.
timezone: America/New_York
authors: [The editors]
per_page: 3
taxonomies:
  people: {title: People}
-- content/posts/2025-12-22-talks.md --
---
title: Talks in Florida end without a result
standfirst: Two envoys told *two stories* of one Sunday.
authors: [Ada Quill]
section: World
tags: [Ukraine, Russia]
people: [Steve Witkoff, Yuri Ushakov]
image: {src: ../static/map.png, alt: A map, caption: "Where they [met](2025-12-21-cars.md)."}
aliases: [/talks/, /old/talks.html]
corrections:
- {date: 2025-12-23, text: "An earlier version named [the wrong day](#what-was-said)."}
---
## What was said

Steve Witkoff called the talks "productive and constructive"[^1]; see
[the study](2025-12-21-cars.md), [the archive](/archive/), [the tag](/tags/ukraine/)
and [the plan](2025-12-20-plan/index.md#parts).

{% note title="Method" %}
Each judgement is that of the person named; [how we work](../about.md).
{% endnote %}

{% figure src="/map.png" alt="A map" %}

> Rather unproductive.
>
> -- Yuri Ushakov

## What comes next
### In Moscow
### In Kyiv

<p>See <a href="../about/team.md">the team</a> <img src="/map.png" alt=""></p>

[^1]: Reported [here](2025-12-21-cars.md).
-- content/posts/2025-12-21-cars.md --
---
title: Car exports fell by almost 14 percent
date: 2025-12-21 09:30
kind: curated
section: Economy
tags: [tariffs]
source: {name: Reuters, url: "https://www.reuters.com/", note: "See [about](../about.md)."}
---
A study puts the fall down to the tariffs, says Reuters; see [the talks](2025-12-22-talks.md).
-- content/posts/2025-12-20-plan/index.md --
---
title: A plan of twenty points
section: World
tags: [Gaza, Ukraine]
---
## Parts

[The table](table.pdf) ![A drawing](drawing.png "The drawing")
-- content/posts/2025-12-20-plan/table.pdf --
a table
-- content/posts/2025-12-20-plan/drawing.png --
a drawing
-- content/posts/2025-11-05-tariffs.md --
---
title: How a tariff is set
section: Economy
tags: [tariffs]
---
By a law, or by an order under one.
-- content/posts/2024-02-29-leap.md --
---
title: "«Высокосный» день — שלום 🕊️"
tags: [日本]
---
Words of many scripts.
-- content/about.md --
---
title: About
standfirst: How [we](about/team.md) curate.
---
See [the talks](posts/2025-12-22-talks.md) and [the feed](/feed.xml).
-- content/about/team.md --
---
title: Team
---
[About](../about.md)
-- content/tags/ukraine.md --
---
title: Ukraine
standfirst: The war.
aliases: [/ukraine/]
---
See [the talks](../posts/2025-12-22-talks.md).
-- content/sources/reuters.md --
---
title: Reuters
url: https://www.reuters.com/
feed: https://www.reuters.com/feed
---
An agency.
-- content/authors/ada-quill.md --
---
title: Ada Quill
image: {src: /map.png, alt: Ada}
---
Writes.
-- content/_data/links.yaml --
first: 1
-- content/static/map.png --
a map
-- content/static/files/a b.txt --
text
"""
