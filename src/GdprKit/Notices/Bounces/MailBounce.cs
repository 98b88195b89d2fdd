namespace GdprKit.Notices;

/// <summary>What a mail server reports of a mail that it could not deliver.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="MessageId">The Message-ID of that mail, with or without angle brackets.</param>
/// <param name="IsPermanent">Whether the server has given up; <see langword="false"/> when it goes on trying.</param>
public sealed record MailBounce(string MessageId, bool IsPermanent);
