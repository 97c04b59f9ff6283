/**
 * What the htmx SSE extension takes for its EventSource: it gives every entry of the account's log to this page once
 * and in order, whatever happens to the link, the server or the other tabs. The cursor is the id (`position.tag`) of the
 * last entry that the page shows: what is not above it is here already, what leaves a gap makes us ask again from it.
 */

import { link, position } from './link.js';
import { meta, reload, tell } from './page.js';
import { tabs } from './tabs.js';

function resuming(path) {
	const heartbeat = Number(meta('heartbeat')) || 15000;
	const source = new EventTarget();
	let cursor = meta('cursor'), stopped = null, asking, asked = 0;

	const line = link(path, heartbeat, event => { browser.say(event); take(event); });
	const browser = tabs(`hark-${meta('viewer')}`, heartbeat, { hold, drop, hear });

	/** The link is ours, or should be made use of again. */
	function hold() {
		if (!stopped) line.open(cursor);
		else if (stopped !== 'replaced') browser.leave(); // other tabs must not wait behind this one
	}

	/** Another tab has taken the link. What ours said last may be wrong by now, here and in all tabs: let it say how it is. */
	function drop() {
		line.close();
		setTimeout(() => browser.ask(cursor), 1000); // when what it has handed out meanwhile is here
	}

	/** From our own link, or from the tab that holds it. */
	function take(event) {
		if (stopped) return;
		if (event.type === 'state') {
			tell('state', event);
			if (position(event.at) > position(cursor)) catchUp();
		} else if (event.id) {
			entry(event);
		} else if (event.type !== 'reset' || event.after === cursor) {
			stop(event.type);
		} else if (browser.holding) {
			line.open(cursor); // the reset was for another tab, from whose cursor we had asked
		}
	}

	function entry({ type, id, data, after, first }) {
		const ahead = position(id) - position(cursor);
		if (ahead < 0 || id === cursor) return;
		if (ahead === 0) return stop('reset'); // our place with another tag: the log was cut back and written anew
		// What the server sends first behind our cursor is next to it, even if it has left something out.
		if (cursor && ahead > 1 && !(first && after === cursor)) return catchUp();
		cursor = id;
		asking = clearTimeout(asking); // there is no gap any more
		source.dispatchEvent(new MessageEvent(type, { data, lastEventId: id }));
	}

	function catchUp() {
		asking ??= setTimeout(() => {
			[asking, asked] = [undefined, Date.now()];
			if (stopped) return;
			if (browser.holding) line.open(cursor); else browser.ask(cursor);
		}, asked + 1000 - Date.now());
	}

	/** Another tab speaks. */
	function hear(message) {
		if (stopped === 'replaced' && (message.want || message.state === 'live')) resume(); // somebody looked at another tab
		if (!browser.holding) return message.type && take(message);
		if (message.type || stopped) return;
		if (position(message.want) < position(line.after)) line.open(message.want); else line.announce();
	}

	function stop(why) {
		stopped = why;
		line.close();
		hold();
		tell('state', { state: why === 'signed-out' ? why : 'offline', since: Date.now() });
		if (why === 'reset') reload();
	}

	function resume() {
		stopped = null;
		if (browser.holding) hold();
	}

	function wake(event) {
		if (event.persisted && stopped) return reload(); // back from the cache, to who knows what
		if (document.hidden) return;
		if (stopped === 'replaced') resume();
		if (browser.holding && !stopped) line.nudge(event.type === 'online');
		else browser.ask(cursor);
	}

	browser.join();
	browser.ask(cursor);
	for (const name of ['online', 'pageshow', 'focus']) addEventListener(name, wake);
	document.addEventListener('visibilitychange', wake);
	// The extension sets onopen and onerror; as this never fails for good, they are not called.
	return Object.assign(source, { url: path, readyState: 1, withCredentials: false, close: browser.leave });
}

/** Runs before htmx looks at the page (DOMContentLoaded), where the extension asks for a source. */
export function stream() {
	if (window.htmx && meta('viewer')) window.htmx.createEventSource = resuming;
}
