import { alone } from './alone.js';

/**
 * One tab per browser holds the stream and hands on what it hears: over HTTP/1.1 a browser opens six connections per
 * host, and the seventh page would hang. The holder has a Web Lock; the others wait for it, listen, and take it from
 * a holder that has fallen silent (a frozen tab keeps its lock). Every tab keeps its own cursor, so a change of the
 * holder is just one more resume.
 */

/** `hold` and `drop` say when this tab gets and loses the stream; `hear` gets what other tabs say. */
export function tabs(name, heartbeat, { hold, drop, hear }) {
	return navigator.locks && window.BroadcastChannel ? together(name, heartbeat, { hold, drop, hear }) : alone({ hold, drop });
}

function together(name, heartbeat, { hold, drop, hear }) {
	let channel = null, waiting, release = null, timer, beat;

	function join() {
		if (channel) return;
		const mine = channel = new BroadcastChannel(name);
		channel.onmessage = ({ data }) => {
			if (mine !== channel) return;
			if (data?.want === undefined) watch();
			if (data) hear(data);
		};
		queue();
		watch();
	}

	function queue(steal = false) {
		waiting?.abort();
		const turn = waiting = new AbortController();
		let ours = false;
		navigator.locks.request(name, steal ? { steal } : { signal: turn.signal }, () => {
			if (turn !== waiting) return null;
			ours = true;
			clearTimeout(timer);
			beat = setInterval(say, heartbeat, null); // alive, even while the link is not
			return new Promise(done => { release = done; hold(); });
		}).catch(() => { // aborted because we left or ask anew; or another tab took what we held
			if (!ours || turn !== waiting) return;
			lose();
			queue();
			watch();
		});
	}

	/** The holder speaks at every heartbeat. Chance decides who of the others is first to doubt it, the visible before the hidden. */
	function watch(patience = 2 * heartbeat + 1000) {
		clearTimeout(timer);
		if (release || !channel) return;
		timer = setTimeout(queue, patience + Math.random() * (document.hidden ? 10000 : 1000), true);
	}

	function leave() {
		if (!channel) return;
		clearTimeout(timer);
		waiting.abort();
		waiting = null;
		channel.close();
		channel = null;
		release?.();
		if (release) lose();
	}

	function lose() {
		clearInterval(beat);
		release = null;
		drop();
	}

	const say = message => channel?.postMessage(message);

	// The lock and the channel would keep the page out of the back/forward cache, and a frozen one silent.
	addEventListener('pagehide', leave);
	document.addEventListener('freeze', leave);
	addEventListener('pageshow', event => event.persisted && join());
	document.addEventListener('resume', join);

	return {
		join, leave, watch, say,
		get holding() { return release !== null; },
	};
}
