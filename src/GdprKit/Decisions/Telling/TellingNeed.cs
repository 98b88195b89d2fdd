using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Decisions;

/// <summary>Of which versions of the notice people must have been told before their data are used for a purpose that was added later (Art. 13(3)).</summary>
/// <param name="Keys">The material versions that name it; who was told of one of them knows of it. None where no version that holds names it, and then nobody does.</param>
/// <param name="Exempt">The audiences of the activity that were told of it from the first version on, or have none that holds.</param>
internal sealed record TellingNeed(ValueList<StreamKey> Keys, ValueList<NoticeAudience> Exempt)
{
    /// <summary>Nobody needs to be told anything more: as nearly always.</summary>
    public static TellingNeed None { get; } = new([], []) { IsNone = true };

    public bool IsNone { get; private init; }

    /// <summary>Until when that is so: the next version comes to hold then; <see langword="null"/> for as long as nothing is published.</summary>
    public Instant? Until { get; init; }

    /// <summary>What an audience needs.</summary>
    /// <param name="versions">Its versions, the latest first.</param>
    /// <param name="names">Whether a version names the activity.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The material versions of which one must have been told; <see langword="null"/> where nothing is needed.</returns>
    public static ValueList<StreamKey>? Of(ValueList<NoticeVersion> versions, Func<NoticeVersion, bool> names, Instant now)
    {
        if (versions.FirstOrDefault(version => version.HoldsAt(now)) is not { } holding)
        {
            return null;
        }

        if (!names(holding))
        {
            return [];
        }

        // A version that only corrects words tells of the same: that nobody needs to be told of it somebody answers for (NoticePublication.Reason).
        var told = versions.Reverse().GroupBy(version => version.TellsOf).Select(group => (Key: group.Key, Names: group.Any(names))).ToList();
        var place = told.FindIndex(each => each.Key == holding.TellsOf);
        var begin = place;
        while (begin > 0 && told[begin - 1].Names)
        {
            begin--;
        }

        return begin == 0 ? null : told.Skip(begin).Where(each => each.Names).Select(each => StreamKey.Of(each.Key)).ToValueList();
    }
}
