// What the playground adds to simcord's page: who you are, where you are, what you typed, and time that passes.

/** @param {string} name */
function meta(name) {
  const element = document.querySelector(`meta[name="laurel-${name}"]`);
  return element instanceof HTMLMetaElement ? element.content : "";
}

export const capability = meta("capability");
export const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** Members by name: ids change with every start, names do not, and a reload should leave you who you were. */
const members = JSON.parse(meta("members") || "{}");
const remembered = "laurel.member";
const seen = "laurel.seen";

/** @param {string} key */
function recall(key) { try { return sessionStorage.getItem(key); } catch { return null; } }
/** @param {string} key @param {string} value */
function keep(key, value) { try { sessionStorage.setItem(key, value); } catch { /* private windows may refuse */ } }

export function rememberedMember() { return members[recall(remembered) || ""]?.id ?? null; }

/** @param {string} id */
export function rememberMember(id) {
  const name = Object.keys(members).find((item) => members[item].id === id);
  if (name) keep(remembered, name);
}

/** Fills the picker once: replacing its options while it is open would close it. */
export function memberPicker(select, snapshot) {
  const viewers = snapshot.viewers || [];
  const ids = viewers.map((viewer) => viewer.id).join(" ");
  if (select.dataset.ids !== ids) {
    select.dataset.ids = ids;
    select.replaceChildren(...viewers.map((viewer) => {
      const note = members[viewer.name]?.note;
      return new Option(note ? `${viewer.name} (${note})` : viewer.name, viewer.id);
    }));
  }
  if (select.value !== snapshot.viewerId) select.value = snapshot.viewerId || "";
  document.documentElement.dataset.locale = snapshot.profile?.locale || "en-US";
}

/** Marks the channels in which something came that you have not seen. */
export function channels(snapshot) {
  const latest = snapshot.latestMessages || {};
  let known;
  try { known = JSON.parse(recall(seen) || "{}"); } catch { known = {}; }
  for (const link of document.querySelectorAll(".laurel-channels a[data-channel]")) {
    const newest = latest[link.dataset.channel] || "0";
    const here = link.getAttribute("aria-current") === "page";
    if (here) known[link.dataset.channel] = newest;
    const unread = !here && BigInt(newest) > BigInt(known[link.dataset.channel] || "0");
    link.classList.toggle("is-unread", unread);
    link.title = unread ? "New messages" : "";
  }
  keep(seen, JSON.stringify(known));
}

const said = new Map([
  ["Action outcome uncertain. It will not be retried.", "That may not have arrived. Reload the page to see."],
  ["Connection interrupted; trying again…", "Laurel is not answering. Trying again…"],
  ["Action was not completed.", "The application did not respond."],
  ["Access to this preview is unavailable.", "This channel is not open to you."],
]);

/** Only what needs you: a conversation that works needs no status line. */
export function statusLine(message) { return reopening ? "Reconnecting…" : said.get(message) || ""; }

let reopening = false;

/** The bot was started anew, or this page slept too long: open it again, as soon as somebody answers. */
export function reopen() {
  if (reopening) return;
  reopening = true;
  const attempt = () => fetch(window.location.pathname, { cache: "no-store" })
    .then((response) => { if (!response.ok) throw new Error("not yet"); window.location.reload(); })
    .catch(() => setTimeout(attempt, 1000));
  setTimeout(attempt, 500);
}

/** `/awards RM` -> the entry of `/awards` and "RM"; null while the name is not yet whole. */
export function splitCommand(value, entries) {
  let best = null;
  for (const entry of entries) {
    const start = `/${entry.invocation} `;
    if (value.startsWith(start) && (!best || entry.invocation.length > best.entry.invocation.length)) {
      best = { entry, rest: value.slice(start.length).trim() };
    }
  }
  return best;
}

/** `BTS show:MAMA` -> ["BTS", "show", "MAMA"] when `show` is one of `names`; else null. */
export function splitOption(value, names) {
  const match = /(?:^|\s)([\p{L}\p{N}_-]+):(?!\/\/)/u.exec(value);
  if (!match || !names.includes(match[1])) return null;
  return [value.slice(0, match.index).trim(), match[1], value.slice(match.index + match[0].length).trim()];
}

const units = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

/** `<t:…:R>` as Discord writes it: in the reader's language, counted from this very moment. */
function relative(date, locale) {
  const seconds = (date.getTime() - Date.now()) / 1000;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) || units[5];
  return new Intl.RelativeTimeFormat(locale, { numeric: "always" }).format(Math.round(seconds / size), unit);
}

/** @param {HTMLTimeElement} time @param {Date} date @param {string} locale */
export function keepTicking(time, date, locale) {
  time.dataset.relative = String(date.getTime());
  time.dataset.relativeLocale = locale;
  time.textContent = relative(date, locale);
}

setInterval(() => {
  for (const time of document.querySelectorAll("time[data-relative]")) {
    const text = relative(new Date(Number(time.dataset.relative)), time.dataset.relativeLocale);
    if (time.textContent !== text) time.textContent = text;
  }
}, 1000);

/** A command in a message, `/awards RM` in code or a mention, is put into the composer by a click. */
function commandIn(target) {
  const element = target instanceof Element ? target.closest("#channel-message-list :is(.command-mention, .inline-code)") : null;
  return element?.textContent?.startsWith("/") ? element : null;
}
document.addEventListener("pointerover", (event) => commandIn(event.target)?.classList.add("is-command"));
document.addEventListener("click", (event) => {
  const command = commandIn(event.target);
  if (!command) return;
  const open = document.querySelector(".command-context-close");
  if (open instanceof HTMLElement) open.click();
  const input = document.getElementById("channel-composer-input");
  if (!(input instanceof HTMLTextAreaElement)) return;
  input.focus();
  input.value = `${command.textContent} `;
  input.dispatchEvent(new Event("input", { bubbles: true }));
});

/** What each select last held as the bot drew it, by its place in a message. */
const drawn = new Map();

/** Whether another select stands in that place now, or the bot says that it holds something else. */
export function isAnew(key, component) {
  const chosen = (component.options || []).filter((item) => item.default).map((item) => item.value);
  const held = JSON.stringify([component.custom_id, chosen, component.default_values || []]);
  const before = drawn.get(key);
  drawn.set(key, held);
  return before !== undefined && before !== held;
}
