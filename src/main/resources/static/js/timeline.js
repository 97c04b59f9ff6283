/** Where the chat stands: it opens at the message asked for, at the first unread one or at the end, follows the end, or says what came below. */

import { byId, isLive, meta, timeline } from './page.js';
import { scroller, topOf } from './steady.js';

const NEAR = 40; // px from the end that still are the end

export function chat() {
	const log = timeline();
	if (!log) return;
	const live = isLive(log);
	const button = byId('to-end');
	const newest = () => Number(log.lastElementChild?.dataset.order ?? 0);
	let box = scroller(log), last = 0, known = newest(), unseen = 0;

	function look() {
		const atEnd = box.scrollHeight - box.clientHeight - box.scrollTop < NEAR;
		// Only the reader's own way up lets go of the end; contents that grow do not.
		if (atEnd || box.scrollTop < last - 1) log.toggleAttribute('data-at-end', live && atEnd);
		if (atEnd) announce(0);
		else if (live && !unseen) offer(box.scrollHeight - box.clientHeight - box.scrollTop > box.clientHeight);
		last = box.scrollTop;
	}

	function scroll(top) {
		box.scrollTo({ top, behavior: 'instant' });
		look();
	}
	const toEnd = () => scroll(box.scrollHeight);

	function announce(count) {
		unseen = count;
		if (!count && button === document.activeElement) log.focus({ preventScroll: true });
		if (count) button.textContent = button.dataset[count === 1 ? 'one' : 'many'].replace('{0}', count);
		button.hidden = !count;
	}

	/** A way to the end for whoever is further from it than one screen. */
	function offer(far) {
		button.textContent = button.dataset.none;
		button.hidden = !far;
	}

	function placed({ detail }) {
		const fresh = detail.filter(({ parentNode, dataset }) =>
			parentNode === log && Number(dataset.order) > known && dataset.author !== meta('viewer'));
		known = newest();
		if (fresh.length && !('atEnd' in log.dataset)) announce(unseen + fresh.length);
	}

	log.tabIndex = -1; // takes the focus when what had it disappears
	const line = byId('new-line');
	const start = line?.hidden ? line.nextElementSibling : line;
	// A message that was asked for; the browser goes to what has the focus, but not in a window that has none.
	const asked = byId(location.hash.slice(1)) ?? byId('tools');
	if (log.contains(asked)) {
		asked.scrollIntoView({ block: 'center', behavior: 'instant' });
		look();
	} else scroll(start ? box.scrollTop + start.getBoundingClientRect().top - topOf(box) - box.clientHeight / 4 : box.scrollHeight);
	// Until now the style sheet may have hidden it, so that it does not jump before one's eyes.
	box.toggleAttribute('data-ready', true);

	button.addEventListener('click', toEnd);
	addEventListener('scroll', look, { capture: true, passive: true });
	addEventListener('resize', () => { box = scroller(log); });
	if (!live) return;
	document.addEventListener('hark:placed', placed);
	document.addEventListener('hark:sent', toEnd);
	// Messages, pictures, the growing composer, the keyboard of a phone: whatever it was, the end stays in view.
	const sizes = new ResizeObserver(() => 'atEnd' in log.dataset && toEnd());
	sizes.observe(log);
	sizes.observe(box);
}
