/** The purpose of the signed links of an alert: its mails alone carry them. */
export const ALERT = "internship-alert";

/** Days in which an alert is to be confirmed, and months for which it then watches. */
export const DAYS_TO_CONFIRM = 7;
export const MONTHS_OF_WATCH = 12;
