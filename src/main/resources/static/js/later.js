/** What is only needed once somebody reaches for a message is loaded when they do. */

import { byId, meta } from './page.js';

export function later() {
	const tools = (link, back) => import('./tools.js').then(module => module.open(link, back), () => location.assign(link));
	const touched = target => matchMedia('(pointer: coarse)').matches && target.closest('.bubble')?.querySelector('.at');

	if (byId('tools')) import('./tools.js');
	document.addEventListener('click', event => {
		const { target } = event;
		const to = target.closest('a, button') ?? touched(target);
		if (!to || !to.matches('.at, .chip, [data-edit]') || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		if (to.form) import('./tools.js').then(module => module.react(to), () => to.form.requestSubmit(to));
		else tools(to.href, to.closest('article').querySelector('.at'));
	});
	byId('body')?.addEventListener('keydown', ({ key, target }) => {
		if (key !== 'ArrowUp' || target.value) return;
		const mine = [...document.querySelectorAll(`article[data-author="${meta('viewer')}"]`)].findLast(one => !one.querySelector('.body em'));
		if (mine) tools(`${mine.querySelector('.at').href}/edit`, target);
	});
}
