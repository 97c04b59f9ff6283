package app.hark.backup;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When copies are made and how many are kept.
 *
 * @param keep the newest so many stay
 * @param cron when one is made by itself, as Spring's cron expressions say it; {@code -} is never
 */
@Validated
@ConfigurationProperties("hark.backup")
record BackupProperties(@Min(1) int keep, String cron) {
}
