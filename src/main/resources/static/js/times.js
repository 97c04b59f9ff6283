/** Times in the viewer's zone. The server writes them in UTC, the same for every viewer. */

const language = document.documentElement.lang || undefined;
const format = options => {
	const formatter = new Intl.DateTimeFormat(language, options);
	return date => formatter.format(date);
};
const full = format({ dateStyle: 'full', timeStyle: 'short' });
const weekday = format({ weekday: 'short' });
const dayOfYear = format({ day: 'numeric', month: 'short' });
const dayAndYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
const heading = format({ weekday: 'long', day: 'numeric', month: 'long' });
const headingWithYear = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** HH:mm, as the server writes it, so that nothing moves when the zone is put in. */
export const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** How many midnights lie between then and now, here. */
function daysAgo(date) {
	const [now, then] = [new Date(), new Date(date)];
	return Math.round((now.setHours(0, 0, 0, 0) - then.setHours(0, 0, 0, 0)) / 86400000);
}

const thisYear = date => date.getFullYear() === new Date().getFullYear();

function inList(date) {
	const ago = daysAgo(date);
	if (ago <= 0) return clock(date);
	if (ago < 7) return weekday(date);
	return thisYear(date) ? dayOfYear(date) : dayAndYear(date);
}

function asHeading(date) {
	const ago = daysAgo(date);
	const { today, yesterday } = document.body.dataset;
	if (ago === 0 && today) return today;
	if (ago === 1 && yesterday) return yesterday;
	return thisYear(date) ? heading(date) : headingWithYear(date);
}

const sentAt = article => new Date(article.querySelector('time[datetime]:not(.day time)')?.dateTime ?? NaN);

function show(time) {
	const article = time.closest('article');
	const inDay = time.closest('.day');
	const date = article && inDay ? sentAt(article) : new Date(time.dateTime);
	if (Number.isNaN(date.getTime())) return;
	const text = inDay ? asHeading(date) : article ? clock(date) : inList(date);
	if (time.textContent !== text) time.textContent = text;
	time.title = full(date);
}

/** Whether a message begins a day depends on the zone, and on the message before it. */
function markDay(article) {
	if (!article?.matches('article')) return;
	let before = article.previousElementSibling;
	while (before && !before.matches('article')) before = before.previousElementSibling;
	const starts = !before || sentAt(before).toDateString() !== sentAt(article).toDateString();
	article.toggleAttribute('data-first-of-day', starts);
}

function articleAfter(article) {
	let next = article.nextElementSibling;
	while (next && !next.matches('article')) next = next.nextElementSibling;
	return next;
}

function showIn(elements) {
	for (const element of elements) {
		element.querySelectorAll('time[datetime]').forEach(show);
		if (!element.matches('article')) continue;
		markDay(element);
		markDay(articleAfter(element));
	}
}

const showAll = () => showIn([document.body, ...document.querySelectorAll('[role="log"] article')]);

/** At midnight every "today" becomes a "yesterday". */
function atMidnight() {
	setTimeout(() => { showAll(); atMidnight(); }, new Date().setHours(24, 0, 1, 0) - Date.now());
}

export function times() {
	showAll();
	atMidnight();
	document.addEventListener('hark:placed', event => showIn(event.detail));
	document.addEventListener('visibilitychange', () => document.hidden || showAll());
}
