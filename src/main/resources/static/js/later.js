/** What is only needed once somebody reaches for a message, reads up to older ones, writes or is here, is loaded then. */

import { byId, meta, timeline } from './page.js';
import { scroller } from './steady.js';

/** Until its script is here, the way to older messages is a link. */
function past(link) {
	const box = scroller(timeline());
	const near = new IntersectionObserver(entries => {
		if (!entries.at(-1).isIntersecting) return;
		near.disconnect();
		import('./older.js').then(({ older }) => older(), () => {});
	}, { root: box === document.scrollingElement ? null : box, rootMargin: '600px 0px 0px' });
	near.observe(link);
}

export function later() {
	if (byId('older')) past(byId('older'));
	const tools = (link, back) => import('./tools.js').then(module => module.open(link, back), () => location.assign(link));

	document.addEventListener('click', event => {
		const link = event.target.closest('.at, .tools [data-edit]');
		if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		tools(link.href, link.closest('article').querySelector('.at'));
	});
	byId('body')?.addEventListener('input', () => import('./typing.js'), { once: true });
	document.addEventListener('hark:placed', ({ detail }) => {
		if (byId('here')?.dataset.people || detail.some(({ id }) => id === 'here' || id === 'typing')) import('./here.js').then(({ show }) => show());
	});
	byId('body')?.addEventListener('keydown', ({ key, target }) => {
		if (key !== 'ArrowUp' || target.value) return;
		const mine = [...document.querySelectorAll(`article[data-author="${meta('viewer')}"]`)].findLast(one => !one.querySelector('.body em'));
		if (mine) tools(`${mine.querySelector('.at').href}/edit`, target);
	});
}
