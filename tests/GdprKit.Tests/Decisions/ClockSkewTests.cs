using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit.Decisions;

/// <summary>Clocks differ by a few minutes; what lies further ahead did not happen. One rule, whatever is recorded.</summary>
public sealed class ClockSkewTests : DecidingTest
{
    public static TheoryData<string> Records => [.. Recording.Keys];

    private static Dictionary<string, Func<ClockSkewTests, Instant, Task>> Recording { get; } = new()
    {
        ["consent"] = (test, at) => test.Consents.GiveAsync(Ann, Newsletter, Evidence() with { At = at }, Token).AsTask(),
        ["refusal"] = (test, at) => test.Consents.RefuseAsync(Ann, Newsletter, Signal with { At = at }, Token).AsTask(),
        ["withdrawal"] = (test, at) => test.Consents.WithdrawAsync(Ann, Newsletter, Signal with { At = at }, Token).AsTask(),
        ["list"] = (test, at) => test.ImportAsync(at),
        ["objection"] = (test, at) => test.Objections.ObjectAsync(Ann, Claims, at, Token).AsTask(),
        ["objection to marketing"] = (test, at) => test.Objections.ObjectToMarketingAsync(Ann, at, Token).AsTask(),
        ["restriction"] = (test, at) => test.Restrictions.PlaceAsync(Ann, RestrictionGround.AccuracyContested, null, at, Token).AsTask(),
        ["suppression"] = (test, at) => test.Suppression.AddAsync([Address], SuppressionCause.Objection, at, Token).AsTask(),
    };

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Five_minutes_ahead_is_another_clock_and_more_is_refused(string record)
    {
        var recording = () => Recording[record](this, Start + Duration.FromMinutes(5) + Duration.FromMilliseconds(1));
        await recording.Should().ThrowAsync<Exception>();
        (await Store.ReadLatestAsync(null, 10, Token)).Should().BeEmpty();

        await Recording[record](this, Start + Duration.FromMinutes(5));

        (await Store.ReadLatestAsync(null, 10, Token)).Should().NotBeEmpty();
    }

    private async Task ImportAsync(Instant at)
    {
        var import = await Consents.ImportAsync([new ImportedConsent { Subject = Ann, Topic = Newsletter, GivenAt = at }], ConsentSource.Of("A list.", Start, AgreedRegister.Today), null, Token);
        import.Skipped.Should().BeEmpty();
    }
}
