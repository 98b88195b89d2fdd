using GdprKit.Retention;
using NodaTime;
using static GdprKit.ClubKeys;
using static GdprKit.ShopKeys;

namespace GdprKit;

/// <summary>Evidence goes five years after what it proves has ended, however that ended; and never before.</summary>
public sealed class ConsentExpiryTests : ConsentTest
{
    [Theory]
    [InlineData(nameof(ConsentStatus.Refused))]
    [InlineData(nameof(ConsentStatus.Withdrawn))]
    [InlineData(nameof(ConsentStatus.Revoked))]
    [InlineData(nameof(ConsentStatus.Invalidated))]
    public async Task Evidence_of_consent_that_ended_goes_after_five_years(string ending)
    {
        await (ending is nameof(ConsentStatus.Refused) ? Consents.RefuseAsync(Ann, Newsletter, ConsentSignal.ByPersonOnline, Token) : Consents.GiveAsync(Ann, Newsletter, Evidence(), Token));
        await EndAsync(ending);

        (await ExpireAtAsync(Start + Duration.FromDays(5 * 365))).Should().Be(0);
        (await ExpireAtAsync(Instant.FromUtc(2031, 11, 27, 0, 0))).Should().Be(1);
        (await HistoryAsync(Newsletter)).Should().BeEmpty();
    }

    [Fact]
    public async Task Consent_that_expired_by_the_clock_goes_five_years_after_that()
    {
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);

        // Given for two years on 26 November 2026.
        (await ExpireAtAsync(Instant.FromUtc(2033, 11, 26, 22, 0))).Should().Be(0);
        (await ExpireAtAsync(Instant.FromUtc(2033, 11, 27, 0, 0))).Should().Be(1);
        (await HistoryAsync(Club)).Should().BeEmpty();
    }

    [Fact]
    public async Task Consent_that_stands_is_never_forgotten()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        await Consents.RequestAsync(SubjectId.Of(Customers, 8), Newsletter, ConsentSignal.ByPersonOnline, Token);

        (await ExpireAtAsync(Instant.FromUtc(2100, 1, 1, 0, 0))).Should().Be(0);
    }

    private async Task EndAsync(string ending)
    {
        switch (ending)
        {
            case nameof(ConsentStatus.Withdrawn):
                await Consents.WithdrawAsync(Ann, Newsletter, ConsentSignal.ByPersonOnline, Token);
                break;
            case nameof(ConsentStatus.Revoked):
                await Consents.RevokeAsync(Ann, Newsletter, ConsentEndReason.Ordered, Token);
                break;
            case nameof(ConsentStatus.Invalidated):
                await Consents.InvalidateAsync(Ann, Newsletter, ConsentEndReason.NotProven, Token);
                break;
        }
    }

    private async Task<long> ExpireAtAsync(Instant instant)
    {
        Clock.Reset(instant);
        return (await TestExpiry.Over(Store, Register, Clock, ConsentRecord.Fold).RunAsync(Token)).Single().Count;
    }
}
