using GdprKit.Ledger;

namespace GdprKit.Notices;

/// <summary>What streams of campaigns are made of. Names for ever, because they stand in the database.</summary>
internal static class CampaignEntries
{
    public static EntryType<CampaignStep> Opened { get; } = new("campaign.opened/1", static () => NoticesJson.Default.CampaignStep);

    public static EntryType<CampaignStep> Started { get; } = new("campaign.started/1", static () => NoticesJson.Default.CampaignStep);

    public static EntryType<CampaignStep> Paused { get; } = new("campaign.paused/1", static () => NoticesJson.Default.CampaignStep);

    public static EntryType<CampaignStep> Resumed { get; } = new("campaign.resumed/1", static () => NoticesJson.Default.CampaignStep);

    public static EntryType<CampaignStep> Stopped { get; } = new("campaign.stopped/1", static () => NoticesJson.Default.CampaignStep);
}
