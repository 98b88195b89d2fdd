using MailKit.Net.Smtp;

namespace GdprKit.Notices;

/// <summary>What became of a mail, and what an operator needs to know of why.</summary>
/// <param name="Outcome">What the sender is told.</param>
/// <param name="Code">The code that the server answered, or 0. Its text quotes addresses, and goes nowhere.</param>
internal sealed record SmtpVerdict(MailOutcome Outcome, int Code = 0)
{
    public static SmtpVerdict Accepted { get; } = new(new MailOutcome.Accepted());

    public static SmtpVerdict Stalled(MailFault fault, int code = 0) => new(new MailOutcome.Stalled(fault), code);

    /// <summary>No mail can go now, or not this one: from its recipient on the server can mean either.</summary>
    public static SmtpVerdict Stalled(MailFault fault, SmtpStage stage, int code = 0) => new(new MailOutcome.Stalled(fault) { MayBeOfMail = stage >= SmtpStage.NamingRecipient }, code);

    public static SmtpVerdict Deferred(MailFault fault, int code = 0) => new(new MailOutcome.Deferred(fault), code);

    public static SmtpVerdict Refused(MailFault fault, int code = 0) => new(new MailOutcome.Refused(fault), code);

    /// <summary>Judges an answer of the server that is not what was hoped for.</summary>
    public static SmtpVerdict Of(SmtpCommandException answer, SmtpStage stage)
    {
        var code = (int)answer.StatusCode;
        var isForGood = code >= 500;
        // Commands that were sent together (RFC 2920) are answered together, so the answer knows better which one it is for.
        var answered = answer.ErrorCode switch
        {
            SmtpErrorCode.SenderNotAccepted => SmtpStage.NamingSender,
            SmtpErrorCode.RecipientNotAccepted => SmtpStage.NamingRecipient,
            _ => stage,
        };
        return (code, answered) switch
        {
            (421, _) => Stalled(MailFault.ServerClosing, answered, code),
            // 454 to STARTTLS: TLS is not available now (RFC 3207, 4).
            (454, SmtpStage.Connecting) => Stalled(MailFault.TlsFailed, code),
            (_, SmtpStage.Connecting) => Stalled(MailFault.Unreachable, code),
            // RFC 4954, 6.
            (530 or 534 or 535 or 538, _) or (_, SmtpStage.SigningIn) => Stalled(MailFault.AuthenticationFailed, answered, code),
            (_, SmtpStage.NamingSender) when isForGood => Stalled(MailFault.SenderRefused, code),
            (_, SmtpStage.NamingRecipient) when isForGood => Refused(MailFault.AddressRefused, code),
            _ when isForGood => Refused(MailFault.MessageRefused, code),
            _ => Deferred(MailFault.TryLater, code),
        };
    }

    /// <summary>Judges a connection that ended, or that answered nothing for too long.</summary>
    public static SmtpVerdict OfLoss(SmtpStage stage) => stage switch
    {
        SmtpStage.AwaitingAnswer => Deferred(MailFault.AnswerLost),
        SmtpStage.SendingMessage => Deferred(MailFault.ConnectionLost),
        _ => Stalled(MailFault.Unreachable, stage),
    };
}
