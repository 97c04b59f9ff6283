/** Older messages come by themselves when their link comes near. Where that fails, it is a link. */

import { byId, timeline } from './page.js';
import { parse, place } from './place.js';
import { scroller } from './steady.js';

export function older() {
	const log = timeline();
	if (!byId('older')) return;
	let loading = false;

	/** Whether it went well. */
	async function load(link) {
		loading = true;
		const answer = await fetch(link.href, { headers: { 'HX-Request': 'true' } }).catch(() => null);
		const page = answer?.ok && !answer.redirected && parse(await answer.text().catch(() => ''));
		loading = false;
		if (!page?.firstElementChild) return false;
		const next = page.querySelector('#older');
		const focused = link === document.activeElement;
		next?.remove();
		for (const message of page.children) message.dataset.in = log.id; // an older window has a name of its own
		log.setAttribute('aria-live', 'off'); // a page of the past is not to be read aloud
		place(page, true);
		drawLine();
		setTimeout(() => log.removeAttribute('aria-live'), 1000);
		if (next) link.replaceWith(next);
		else link.remove();
		if (focused) (next ?? log).focus({ preventScroll: true });
		if (next) near.observe(next);
		return true;
	}

	/** Where more is unread than fits on a page, the line waits until its message is here. */
	function drawLine() {
		const line = log.querySelector('#new-line[hidden]');
		const reached = article => Number(article.dataset.order) >= Number(line.dataset.before);
		const articles = [...log.querySelectorAll('article')];
		if (!line || reached(articles[0]) && articles[0].dataset.order !== line.dataset.before) return;
		articles.find(reached).before(line);
		line.hidden = false;
	}

	const box = scroller(log);
	const near = new IntersectionObserver(entries => entries.at(-1).isIntersecting && !loading && load(entries.at(-1).target), {
		root: box === document.scrollingElement ? null : box,
		rootMargin: '600px 0px 0px',
	});
	near.observe(byId('older'));

	document.addEventListener('click', async event => {
		const link = event.target.closest('#older');
		if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		if (!loading && !await load(link)) location.assign(link.href);
	});
}
