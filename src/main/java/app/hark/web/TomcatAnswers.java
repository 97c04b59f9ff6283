package app.hark.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What Tomcat answers by itself: the page for what is no request at all, which it refuses before anything of Hark runs. */
@Component
class TomcatAnswers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	/** How long a slow link may take between two pieces of a form. */
	private static final Duration UPLOAD = Duration.ofSeconds(20);

	private final MessageSource texts;

	TomcatAnswers(MessageSource texts) {
		this.texts = texts;
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		// HTTP/1.1 keeps connections alive without a header that says so, and every answer would carry it.
		factory.addConnectorCustomizers(connector -> connector.setProperty("useKeepAliveResponseHeader", "false"));
		factory.addConnectorCustomizers(connector -> {
			connector.setProperty("disableUploadTimeout", "false");
			connector.setProperty("connectionUploadTimeout", Long.toString(UPLOAD.toMillis()));
			// What is blocked in a write when Hark ends is not waited for.
			connector.setProperty("executorTerminationTimeoutMillis", "0");
			// Of all that Tomcat keeps for a connection, a stream keeps these, for days.
			connector.setProperty("socket.appReadBufSize", "2048");
			connector.setProperty("socket.appWriteBufSize", "8192");
		});
		factory.addContextCustomizers(context -> {
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass("");
				host.getPipeline().addValve(new Page());
			}
		});
	}

	private final class Page extends ErrorReportValve {

		/** Nothing of the request is in it, so there is nothing to escape. */
		@Override
		protected void report(Request request, Response response, @Nullable Throwable failure) {
			if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
				return;
			}
			if (isClosing(request)) {
				// Whoever gets no answer where answers came before asks again, and finds the next Hark.
				// Tomcat has not read the headers, and would refuse the request because it misses one.
				request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
				return;
			}
			// Where this header is what was wrong with the request, it has no value, which the compression trips over.
			request.getCoyoteRequest().getMimeHeaders().removeHeader("Accept-Encoding");
			response.setHeader(ContentPolicy.HEADER, ContentPolicy.allowing(""));
			response.setHeader("X-Content-Type-Options", "nosniff");
			response.setContentType("text/html;charset=utf-8");
			try {
				var writer = response.getReporter();
				if (writer != null) {
					writer.write("""
							<!DOCTYPE html><html lang="en"><meta name="viewport" content="width=device-width">
							<title>Hark</title><link rel="stylesheet" href="/css/hark.css"><link rel="stylesheet" href="/css/forms.css"><body class="plain">
							<main class="sheet"><div class="card"><h1>%s</h1><p>%s</p></div></main>
							""".formatted(text("title"), text("text")));
				}
				response.finishResponse();
			} catch (IOException _) {
				// The client has gone, and nobody is left to tell.
			}
		}

		private static boolean isClosing(Request request) {
			return request.getConnector().getProtocolHandler() instanceof AbstractProtocol<?> protocol
					&& protocol.isPaused();
		}

		private String text(String part) {
			return texts.getMessage("error.400." + part, null, Locale.ENGLISH);
		}
	}
}
