/** Where the chat stands: it opens at the first unread message or at the end, follows the end, or says what came below. */

import { scroller, viewport } from './hold.js';
import { isLive, meta, timeline } from './page.js';

const NEAR = 40; // px from the end that still are the end

export function chat() {
	const log = timeline();
	if (!log) return;
	const live = isLive(log);
	const button = document.getElementById('to-end');
	let box = scroller(log), last = 0, unseen = 0;

	const scroll = top => box.scrollTo({ top, behavior: 'instant' });
	const newest = () => Number([...log.children].at(-1)?.dataset.order ?? 0);
	let known = newest();

	function look() {
		const atEnd = box.scrollHeight - box.clientHeight - box.scrollTop < NEAR;
		// Only the reader's own way up lets go of the end; contents that grow do not.
		if (atEnd || box.scrollTop < last - 1) log.toggleAttribute('data-at-end', live && atEnd);
		if (atEnd) announce(0);
		last = box.scrollTop;
	}

	function toEnd() {
		scroll(box.scrollHeight);
		look();
	}

	function announce(count) {
		unseen = count;
		if (!button) return;
		const text = count === 1 ? button.dataset.one : button.dataset.many;
		if (count > 0) button.textContent = (text ?? '{0}').replace('{0}', count);
		if (count === 0 && button === document.activeElement) log.focus({ preventScroll: true });
		button.hidden = count === 0;
	}

	function placed({ detail }) {
		const fresh = detail.filter(element => element.parentNode === log && Number(element.dataset.order) > known);
		if (fresh.length === 0) return;
		known = newest();
		const others = fresh.filter(element => element.dataset.author !== meta('viewer'));
		if (others.length && !('atEnd' in log.dataset)) announce(unseen + others.length);
	}

	function start() {
		const linked = location.hash && document.getElementById(location.hash.slice(1));
		const line = document.getElementById('new-line');
		if (linked && log.contains(linked)) {
			linked.scrollIntoView();
		} else {
			const view = viewport(box);
			scroll(line ? box.scrollTop + line.getBoundingClientRect().top - view.top - (view.bottom - view.top) / 4 : box.scrollHeight);
		}
		look();
		// Until now the style sheet may have kept it invisible, so that it does not jump before one's eyes.
		box.toggleAttribute('data-ready', true);
	}

	log.tabIndex = -1; // where the focus goes when what had it disappears
	start();
	button?.addEventListener('click', toEnd);
	addEventListener('scroll', event => (event.target === box || event.target === document) && look(), { capture: true, passive: true });
	addEventListener('resize', () => { box = scroller(log); });
	if (!live) return;
	document.addEventListener('hark:placed', placed);
	document.addEventListener('hark:sent', toEnd);
	// Messages, pictures, fonts, the growing composer, the keyboard of a phone: whatever it was, the end stays in view.
	const sizes = new ResizeObserver(() => 'atEnd' in log.dataset && toEnd());
	sizes.observe(log);
	if (box !== document.scrollingElement) sizes.observe(box);
}
