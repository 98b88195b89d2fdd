namespace GdprKit.Smtp;

/// <summary>What tells mails apart that the server took over.</summary>
/// <param name="To">The recipient.</param>
/// <param name="Id">The Message-ID, without brackets.</param>
public sealed record ListedMail(string To, string Id);
