namespace GdprKit.Notices;

/// <summary>How far a connection, and the mail on it, has come.</summary>
internal enum SmtpStage
{
    Connecting,
    SigningIn,
    NamingSender,
    NamingRecipient,
    SendingMessage,
    AwaitingAnswer,
}
