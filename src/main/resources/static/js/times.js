/** Times in the viewer's zone; the server writes them in UTC, the same for every viewer. */

const { lang } = document.documentElement;
const { today, yesterday } = document.body.dataset;

let formats = {}; // making one takes a hundred times as long as using it

const say = (date, options) => (formats[JSON.stringify(options)] ??= new Intl.DateTimeFormat(lang || undefined, options)).format(date);

/** As the server writes it, so that nothing moves when the zone is put in. */
export const clock = date => say(date, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const midnight = date => new Date(date).setHours(0, 0, 0, 0);
const daysAgo = date => Math.round((midnight(Date.now()) - midnight(date)) / 86400000);

function day(date, weekday, month) {
	const year = date.getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
	return say(date, { weekday, day: 'numeric', month, year });
}

function inList(date) {
	const ago = daysAgo(date);
	if (ago < 7) return ago > 0 ? say(date, { weekday: 'short' }) : clock(date);
	return day(date, undefined, 'short');
}

const inFull = date => say(date, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });

const asHeading = date => [today, yesterday][daysAgo(date)] ?? day(date, 'long', 'long');

const sentAt = article => new Date(article.querySelector('time:not(.day time)').dateTime);

function show(time) {
	const article = time.closest('article');
	const heading = time.closest('.day');
	const date = heading ? sentAt(article) : new Date(time.dateTime);
	const text = heading ? asHeading(date) : article ? clock(date) : time.matches('.when') ? inList(date) : inFull(date);
	if (Number.isNaN(date.getTime())) return;
	if (time.textContent !== text) time.textContent = text;
	// The title also says that the time is the viewer's, upon which the style sheet shows it.
	if (!time.title) time.title = say(date, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' });
}

/** The next article in a direction; a separator may stand between. */
function beside(article, direction) {
	do article = article[direction]; while (article && !article.matches('article'));
	return article;
}

/** Whether a message is the first of its day depends on the zone, and on the message before it. */
function markDay(article) {
	const before = beside(article, 'previousElementSibling');
	article.toggleAttribute('data-first-of-day', !before || midnight(sentAt(before)) !== midnight(sentAt(article)));
}

function showIn(elements) {
	for (const element of elements) {
		element.querySelectorAll('time').forEach(show);
		for (const article of element.matches('article') ? [element, beside(element, 'nextElementSibling')] : []) {
			if (article) markDay(article);
		}
	}
}

export function times() {
	const all = () => {
		formats = {}; // the device may be in another zone by now
		showIn([document.body, ...document.querySelectorAll('[role="log"] article')]);
	};
	all();
	document.addEventListener('hark:placed', event => showIn(event.detail));
	// Today becomes yesterday: at midnight, or when one looks again.
	document.addEventListener('visibilitychange', all);
	setTimeout(function turn() {
		all();
		setTimeout(turn, 86400000);
	}, midnight(Date.now()) + 86401000 - Date.now());
}
