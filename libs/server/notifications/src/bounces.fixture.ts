/** Mails that came back, as mail systems write them; `{name}` is the name of the letter, `{host}` the host of our sender. */

/** Postfix, RFC 3464: the mailbox does not exist. */
export const POSTFIX_UNKNOWN = `Return-Path: <>
From: MAILER-DAEMON@mx.operateur.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ne-pas-repondre@relais.example
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4F1C22A0B7.1764061200/mx.operateur.example"
Message-Id: <20261125090000.5D2C12A0C1@mx.operateur.example>
Date: Wed, 25 Nov 2026 10:00:00 +0100 (CET)

This is a MIME-encapsulated message.

--4F1C22A0B7.1764061200/mx.operateur.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.operateur.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

                   The mail system

<nadia@operateur.example>: host imap.operateur.example said: 550 5.1.1
    <nadia@operateur.example>: Recipient address rejected: User unknown in
    virtual mailbox table (in reply to RCPT TO command)

--4F1C22A0B7.1764061200/mx.operateur.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.operateur.example
Original-Envelope-Id: {name}
X-Postfix-Queue-ID: 4F1C22A0B7
X-Postfix-Sender: rfc822; ne-pas-repondre@relais.example
Arrival-Date: Wed, 25 Nov 2026 09:59:58 +0100 (CET)

Final-Recipient: rfc822; nadia@operateur.example
Original-Recipient: rfc822;nadia@operateur.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; imap.operateur.example
Diagnostic-Code: smtp; 550 5.1.1 <nadia@operateur.example>: Recipient address
    rejected: User unknown in virtual mailbox table

--4F1C22A0B7.1764061200/mx.operateur.example
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

From: Relais <ne-pas-repondre@relais.example>
To: nadia@operateur.example
Subject: Quelque chose vous attend dans Relais
Message-ID: <{name}@relais.example>

--4F1C22A0B7.1764061200/mx.operateur.example--
`;

/** Exchange: the mailbox is full, and only the returned message tells which letter it was. */
export const EXCHANGE_FULL = `From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@operateur.example>
To: <ne-pas-repondre@relais.example>
Date: Wed, 25 Nov 2026 09:00:03 +0000
Content-Type: multipart/report; report-type=delivery-status;
	boundary="b0d2a4a2-9d0f-4f14-8a55-2f6d9d1f9c11"
MIME-Version: 1.0
Subject: =?utf-8?B?Tm9uIHJlbWlzwqA6IFF1ZWxxdWUgY2hvc2Ugdm91cyBhdHRlbmQ=?=

--b0d2a4a2-9d0f-4f14-8a55-2f6d9d1f9c11
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

Votre message n=E2=80=99a pas pu =C3=AAtre remis. La bo=C3=AEte aux lettres=
 du destinataire est pleine.

--b0d2a4a2-9d0f-4f14-8a55-2f6d9d1f9c11
Content-Type: message/delivery-status

Reporting-MTA: dns;PR0P264MB0001.FRAP264.PROD.OUTLOOK.COM

Final-Recipient: rfc822;nadia@operateur.example
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp;554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException

--b0d2a4a2-9d0f-4f14-8a55-2f6d9d1f9c11
Content-Type: message/rfc822

From: Relais <ne-pas-repondre@relais.example>
To: <nadia@operateur.example>
Subject: Quelque chose vous attend dans Relais
Message-ID: <{name}@relais.example>
Content-Type: text/plain

Bonjour,
--b0d2a4a2-9d0f-4f14-8a55-2f6d9d1f9c11--
`;

/** Exim: no report at all, the letter is quoted in plain text. */
export const EXIM_PLAIN = `Return-path: <>
From: Mail Delivery System <Mailer-Daemon@vps.operateur.example>
To: ne-pas-repondre@relais.example
Subject: Mail delivery failed: returning message to sender
Date: Wed, 25 Nov 2026 10:00:12 +0100
Content-Type: text/plain; charset=utf-8

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  nadia@operateur.example
    SMTP error from remote mail server after RCPT TO:<nadia@operateur.example>:
    550 5.7.1 relaying denied

------ This is a copy of the message, including all the headers. ------

Message-ID: <{name}@relais.example>
Subject: Quelque chose vous attend dans Relais
`;

/** Postfix: the message is late, nothing is lost yet. */
export const POSTFIX_DELAYED = POSTFIX_UNKNOWN.replace('Action: failed', 'Action: delayed').replace('Status: 5.1.1', 'Status: 4.4.1');

/** Somebody away, who answers by itself: no bounce. */
export const AWAY = `From: Nadia <nadia@operateur.example>
To: ne-pas-repondre@relais.example
Subject: Absente
Auto-Submitted: auto-replied
Content-Type: text/plain; charset=utf-8

Je suis absente jusqu'au 2 décembre.
`;
