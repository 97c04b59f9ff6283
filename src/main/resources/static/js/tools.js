/** What can be done with a message, opened below it. Its links and forms are htmx's; here is what a menu needs besides. */

import { byId, meta } from './page.js';
import { parse, place } from './place.js';

const FIELD = 'textarea, input[name="emoji"]';
let back = null, asked, news;

const isChanged = field => Boolean(field) && field.value !== field.defaultValue;
const edited = () => [...document.querySelectorAll('#tools textarea')].find(isChanged);

function ask(address, options) {
	return fetch(address, { ...options, headers: { 'HX-Request': 'true' } }).catch(() => {
		byId('composer-alert').textContent = document.querySelector('.search').dataset.failed;
	});
}

// The page has it if somebody had reacted when it was loaded. It stands beside the others.
if (!document.querySelector('link[href$="/reactions.css"]')) {
	const href = document.querySelector('link[href$="/hark.css"]').href.replace('hark.css', 'reactions.css');
	document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
}

/** In the head it outlives the tools, which are not to be seen before it is there. */
async function dress(tools) {
	const sheet = tools.querySelector('link');
	sheet.remove();
	if (document.querySelector(`head link[href="${sheet.getAttribute('href')}"]`)) return;
	await new Promise(done => {
		sheet.onload = sheet.onerror = done;
		document.head.append(sheet);
	});
}

/** Opens what this address answers below the message that it is about; `from` gets the focus back. The same again closes. */
async function open(address, from) {
	const mine = asked = {};
	const id = `message-${address.match(/\d+(?=[^/]*$|\/edit$)/)?.[0]}`;
	if (edited()) return edited().focus();
	if (from.href === address && byId(id)?.querySelector('#tools')) return close();
	const answer = await ask(address);
	if (!answer) return;
	const tools = answer.ok && parse(await answer.text()).querySelector('#tools');
	if (tools) await dress(tools);
	if (mine !== asked) return;
	if (!tools || !byId(id)) return location.assign(address);
	byId('tools')?.remove();
	back = from.href ? () => byId(id)?.querySelector('.at') : () => from;
	byId(id).append(tools);
	window.htmx.process(tools);
	const field = tools.querySelector('textarea');
	(field ?? tools.querySelector('a, .near button')).focus({ preventScroll: true });
	field?.setSelectionRange(field.value.length, field.value.length);
	tools.scrollIntoView({ block: 'nearest' });
}

/** What was reached for: the time of a message, a chip, the way to edit, or, from the empty composer, one's last message. */
export function reach(to) {
	if (to.matches('.chip')) return react(to);
	if (to.href) return open(to.href, to.closest('article').querySelector('.at'));
	const mine = [...document.querySelectorAll(`article[data-author="${meta('viewer')}"]:not([data-line])`)].findLast(one => !one.querySelector('.body em'));
	return mine && open(`${mine.querySelector('.at').href}/edit`, to);
}

function close(to = back) {
	const tools = byId('tools');
	const here = tools?.closest('article').id;
	const left = document.activeElement === document.body || tools?.contains(document.activeElement);
	tools?.remove();
	if (left) (to?.() ?? byId(here)?.querySelector('.at') ?? byId('body'))?.focus({ preventScroll: true });
	back = null;
}

/** Adds or takes away what this chip says. The stream brings the message anew, and the focus stays with the chip. */
async function react(chip) {
	const { id } = chip.closest('article');
	const focused = chip === document.activeElement;
	document.addEventListener('hark:placed', function placed({ detail }) {
		if (!detail.some(element => element.id === id)) return;
		document.removeEventListener('hark:placed', placed);
		if (focused) (byId(id).querySelector(`.chip[value="${chip.value}"]`) ?? byId(id).querySelector('.at')).focus({ preventScroll: true });
	});
	const body = new URLSearchParams({ emoji: chip.value, _csrf: byId('csrf').value });
	const answer = await ask(chip.formAction, { method: 'POST', body });
	if (!answer || answer.ok) return;
	const at = byId(id).querySelector('.at');
	const why = await answer.text();
	await open(at.href, at);
	if (why.includes('id="edit-alert"')) place(parse(why));
}

/** Somebody else reacted: the open tools say so, too, unless one is in the middle of something there. */
document.addEventListener('hark:placed', async ({ detail }) => {
	const article = byId('tools')?.closest('article');
	const isBusy = tools => tools.querySelector('#edit, details[open]') || tools.querySelector('#edit-alert').textContent || isChanged(tools.querySelector(FIELD));
	if (!detail.includes(article) || isBusy(byId('tools'))) return;
	const mine = news = {};
	const answer = await fetch(article.querySelector('.at').href, { headers: { 'HX-Request': 'true' } }).catch(() => null);
	const fresh = answer?.ok && parse(await answer.text().catch(() => '')).querySelector('#tools');
	const tools = byId('tools');
	if (!fresh || mine !== news || tools?.closest('article').id !== article.id || isBusy(tools)) return;
	fresh.querySelector('link').remove();
	const piece = document.createDocumentFragment();
	piece.append(fresh);
	place(piece);
});

document.addEventListener('keydown', event => {
	const tools = byId('tools');
	if (!tools) return;
	if (event.key === 'Escape') {
		event.preventDefault();
		close();
	} else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229 && event.target.matches('#tools textarea')) {
		event.preventDefault();
		event.target.form.requestSubmit();
	}
});

document.addEventListener('click', async event => {
	const { target } = event;
	if (!target.closest('#tools')) {
		if (!edited() && !target.closest('.at, .chip, article:has(#tools) .bubble')) byId('tools')?.remove();
		return;
	}
	const link = target.closest('a');
	if (link?.matches('[data-close]')) {
		event.preventDefault();
		close();
	} else if (link?.matches('[data-copy]') && navigator.clipboard) {
		event.preventDefault();
		await navigator.clipboard.writeText(link.href);
		link.textContent = link.dataset.copied;
	}
});

// What was chosen is done: on with the writing, or with the message that is another one now.
document.addEventListener('htmx:afterRequest', ({ detail: { elt, successful } }) => {
	const within = elt.closest?.('#tools');
	if (!successful) within && elt.querySelector(FIELD)?.focus();
	else if (within || !document.contains(elt)) close(elt.matches('[data-reply]') || !within ? () => byId('body') : undefined);
});
