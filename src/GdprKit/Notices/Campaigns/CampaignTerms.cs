using NodaTime;

namespace GdprKit;

/// <summary>How people are told.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record CampaignTerms
{
    /// <summary>How many mails go in an hour at most; <see langword="null"/>, the default, for as many as the server takes.</summary>
    public int? MailsPerHour { get; init; }

    /// <summary>After how long who did not confirm is reminded, once; <see langword="null"/>, the default, for never. The law asks for no confirmation.</summary>
    public Period? RemindAfter { get; init; }
}
