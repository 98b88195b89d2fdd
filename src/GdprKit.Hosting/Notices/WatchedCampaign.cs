using NodaTime;

namespace GdprKit.Hosting;

/// <summary>A campaign that runs.</summary>
/// <param name="Version">The version of which people are told.</param>
/// <param name="Report">Who was told, when it was counted last.</param>
/// <param name="StandsStillSince">Since when no mail can go; nothing while mails go.</param>
internal sealed record WatchedCampaign(NoticeVersion Version, CampaignReport? Report = null, Instant? StandsStillSince = null);
