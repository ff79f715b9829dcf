/** For a picture: today is shown as 24 November 2026, days before it as as many days before, every time as 10:05. */
() => {
  const SHOWN = new Date(2026, 10, 24), TIME = "10:05", DAY = 86_400_000, WEEK = "日月火水木金土";
  const DATE = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日([（(][日月火水木金土][）)])?(?: (\d\d):(\d\d))?/g;
  const now = new Date();

  function shown(_, year, month, day, weekday, hour, minute) {
    const at = new Date(year ?? now.getFullYear(), month - 1, day, hour ?? 0, minute ?? 0);
    if (!year && at > now) at.setFullYear(at.getFullYear() - 1);
    const then = new Date(SHOWN);
    then.setDate(then.getDate() - Math.floor((now - at) / DAY));
    return [
      year && `${then.getFullYear()}年`,
      `${then.getMonth() + 1}月${then.getDate()}日`,
      weekday?.replace(/[^（()）]/, WEEK[then.getDay()]),
      hour && ` ${TIME}`,
    ].join("");
  }

  function settle(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.shadowRoot) settle(node.shadowRoot);
      if (node.nodeType !== Node.TEXT_NODE) continue;
      const text = node.data.replace(DATE, shown).replace(/^\s*\d\d:\d\d\s*$/, TIME);
      if (text !== node.data) node.data = text;
    }
  }

  settle(document);
}
