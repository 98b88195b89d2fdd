using NodaTime;
using NodaTime.Text;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class PeriodFaultTests
{
    [Theory]
    [InlineData("P-1Y", "GDPR4166 …: The period of the rule 'orders' has a negative part. Use positive numbers of years, months, weeks and days.")]
    [InlineData("P2Y-1D", "GDPR4166 …: The period of the rule 'orders' has a negative part. Use positive numbers of years, months, weeks and days.")]
    [InlineData("PT24H", "GDPR4167 …: The period of the rule 'orders' has hours or smaller units; periods are counted in days. Use years, months, weeks and days.")]
    [InlineData("P1DT1S", "GDPR4167 …: The period of the rule 'orders' has hours or smaller units; periods are counted in days. Use years, months, weeks and days.")]
    [InlineData("P200Y1D", "GDPR4168 …: The period of the rule 'orders' is longer than 200 years. Shorten it; data that are kept without end are declared with Indefinitely(reason) or 'indefinitely'.")]
    [InlineData("P2147483647Y2147483647M", "GDPR4168 …: The period of the rule 'orders' is longer than 200 years. Shorten it; data that are kept without end are declared with Indefinitely(reason) or 'indefinitely'.")]
    [InlineData("P200Y", "warning GDPR4169 …: The period of the rule 'orders' is longer than 120 years, more than a human life. Check the number.")]
    [InlineData("P120Y1D", "warning GDPR4169 …: The period of the rule 'orders' is longer than 120 years, more than a human life. Check the number.")]
    public void A_period_is_one_of_days_or_longer(string period, string line)
    {
        Keeping(PeriodPattern.Roundtrip.Parse(period).Value).Should().Equal(line.Replace("…", "/activities/orders/retention/orders/after/period", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("P120Y")]
    [InlineData("P1440M")]
    [InlineData("P1D")]
    public void A_period_may_be_as_long_as_a_life(string period)
    {
        Keeping(PeriodPattern.Roundtrip.Parse(period).Value).Should().BeEmpty();
    }

    [Fact]
    public void A_period_is_given() =>
        Keeping(null!).Should().Equal(
            "GDPR4164 /activities/orders/retention/orders/after/period: The period of the rule 'orders' is missing. Call For(period), or write 'period' in the register file.");

    [Theory]
    [InlineData(RetentionAnchor.Exact, RetentionSide.Both, true)]
    [InlineData(RetentionAnchor.Exact, RetentionSide.MustBeGone, true)]
    [InlineData(RetentionAnchor.Exact, RetentionSide.MustKeep, false)]
    [InlineData(RetentionAnchor.EndOfMonth, RetentionSide.MustKeep, true)]
    public void No_period_at_all_is_a_deadline_but_no_duty_to_keep(RetentionAnchor anchor, RetentionSide side, bool isAllowed)
    {
        Judgement.With(register => register.Rule(Orders, rule => rule with { Side = side, Term = After(Period.Zero) with { Events = [LastPurchase], Anchor = anchor } })).Should().Equal(
            isAllowed ? [] : ["GDPR4165 /activities/orders/retention/orders/after/period: The period of the rule 'orders' is zero. Use a day or longer."]);
    }

    [Fact]
    public void Every_other_period_is_held_to_the_same() =>
        Judgement.With(register => register
            .Rule(Claims, rule => rule with { Term = new RetentionTerm.LatestOf([After(Period.Zero), After(Period.FromDays(-1))]) })
            .Backup(backup => backup with { Interval = Period.Zero, Rotation = new BackupRotation.KeepFor(Period.FromHours(1)) }) with
        {
            OwnRecords = new OwnRecords { Evidence = Period.Zero },
        }).Should().Equal(
            "GDPR4166 /activities/claims/retention/claims/latestOf/1/period: The period of the rule 'claims' has a negative part. Use positive numbers of years, months, weeks and days.",
            "GDPR4165 /backups/nightly/interval: The interval of the backups 'nightly' is zero. Use a day or longer.",
            "GDPR4167 /backups/nightly/rotation/keepFor: The period for which the backups 'nightly' are kept has hours or smaller units; periods are counted in days. Use years, months, weeks and days.",
            "GDPR4165 /ownRecords/evidence: The period for which evidence is kept is zero. Use a day or longer.");

    private static RetentionTerm.After After(Period period) => new() { Events = [InvoiceDate], Anchor = RetentionAnchor.Exact, Period = period };

    private static IReadOnlyList<string> Keeping(Period period) =>
        Judgement.With(register => register.Rule(Orders, rule => rule with { Term = After(period) with { Events = [LastPurchase] } }));
}
