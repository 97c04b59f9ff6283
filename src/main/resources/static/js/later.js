/** What is only needed once somebody reaches for a message is loaded when they do. */

import { byId, meta } from './page.js';

export function later() {
	const tools = (link, back) => import('./tools.js').then(module => module.open(link, back), () => location.assign(link));

	document.addEventListener('click', event => {
		const link = event.target.closest('.at, .tools [data-edit]');
		if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		tools(link.href, link.closest('article').querySelector('.at'));
	});
	byId('body')?.addEventListener('keydown', ({ key, target }) => {
		if (key !== 'ArrowUp' || target.value) return;
		const mine = [...document.querySelectorAll(`article[data-author="${meta('viewer')}"]`)].findLast(one => !one.querySelector('.body em'));
		if (mine) tools(`${mine.querySelector('.at').href}/edit`, target);
	});
}
