/** Several nodes on one PostgreSQL, each a process of its own, and the proxies before them. */
package app.hark.nodes;
