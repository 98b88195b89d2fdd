using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class PeriodChangeTests
{
    private static readonly Key<RetentionEvent> Birth = Key<RetentionEvent>.Parse("birth");

    private static readonly RetentionTerm.After TwoYears = new() { Events = [LastPurchase], Anchor = RetentionAnchor.Exact, Period = Period.FromYears(2) };
    private static readonly RetentionTerm Endless = new RetentionTerm.Indefinitely(LocalizedText.Of("archief", "archive"));

    public static TheoryData<RetentionTerm, RetentionTerm, Type, ChangeSignificance> Terms => new()
    {
        { TwoYears, For("P3Y"), typeof(RegisterChange.Lengthened), ChangeSignificance.Material },
        { TwoYears, For("P1Y"), typeof(RegisterChange.Shortened), ChangeSignificance.Editorial },
        { TwoYears, For("P24M"), typeof(RegisterChange.Replaced), ChangeSignificance.Editorial },
        { For("P4W"), For("P28D"), typeof(RegisterChange.Replaced), ChangeSignificance.Editorial },

        // Two years are 730 days, or 731 where 29 February is among them.
        { For("P730D"), TwoYears, typeof(RegisterChange.Lengthened), ChangeSignificance.Material },
        { TwoYears, For("P730D"), typeof(RegisterChange.Shortened), ChangeSignificance.Editorial },

        // In February a month is shorter than 30 days, in March it is longer.
        { For("P1M"), For("P30D"), typeof(RegisterChange.Replaced), ChangeSignificance.Material },
        { For("P1M"), For("P31D"), typeof(RegisterChange.Lengthened), ChangeSignificance.Material },
        { For("P1M"), For("P28D"), typeof(RegisterChange.Shortened), ChangeSignificance.Editorial },

        // The end of the month or year is never before the day itself.
        { TwoYears, TwoYears with { Anchor = RetentionAnchor.EndOfCalendarYear }, typeof(RegisterChange.Lengthened), ChangeSignificance.Material },
        { TwoYears with { Anchor = RetentionAnchor.EndOfMonth }, TwoYears, typeof(RegisterChange.Shortened), ChangeSignificance.Editorial },

        { TwoYears, TwoYears with { Events = [InvoiceDate] }, typeof(RegisterChange.Replaced), ChangeSignificance.Material },
        { TwoYears, TwoYears with { Events = [InvoiceDate, LastPurchase] }, typeof(RegisterChange.Replaced), ChangeSignificance.Material },
        { TwoYears, TwoYears with { Fallback = InvoiceDate }, typeof(RegisterChange.Replaced), ChangeSignificance.Material },
        { TwoYears, new RetentionTerm.LatestOf([TwoYears, TwoYears with { Events = [InvoiceDate] }]), typeof(RegisterChange.Replaced), ChangeSignificance.Material },
        { TwoYears, new RetentionTerm.UntilAge(Birth, 18), typeof(RegisterChange.Replaced), ChangeSignificance.Material },
        { new RetentionTerm.UntilAge(Birth, 16), new RetentionTerm.UntilAge(Birth, 18), typeof(RegisterChange.Lengthened), ChangeSignificance.Material },
        { new RetentionTerm.UntilAge(Birth, 18), new RetentionTerm.UntilAge(Birth, 16), typeof(RegisterChange.Shortened), ChangeSignificance.Editorial },
        { TwoYears, Endless, typeof(RegisterChange.Lengthened), ChangeSignificance.Material },
        { Endless, TwoYears, typeof(RegisterChange.Shortened), ChangeSignificance.Editorial },
    };

    [Theory]
    [MemberData(nameof(Terms))]
    public void A_period_is_longer_when_it_never_ends_earlier_and_sometimes_later(RetentionTerm before, RetentionTerm after, Type kind, ChangeSignificance significance)
    {
        var change = RegisterDiff.Between(Shop(before), Shop(after)).Changes.Should().ContainSingle(change => change.Element == RegisterElement.RetentionRule).Subject;

        change.Should().BeOfType(kind);
        change.Significance.Should().Be(significance);
    }

    [Theory]
    [InlineData(ChangeSignificance.Editorial, ChangeSignificance.Editorial)]
    [InlineData(ChangeSignificance.Material, ChangeSignificance.Material)]
    [InlineData(ChangeSignificance.Unspecified, ChangeSignificance.Material)]
    public void Whether_a_shorter_period_is_told_is_the_developer_s_choice(ChangeSignificance choice, ChangeSignificance expected)
    {
        var diff = RegisterDiff.Between(Shop(For("P2Y")), Shop(For("P1Y")), new RegisterDiffOptions { ShorterPeriod = choice });

        diff.Changes.Should().ContainSingle().Which.Significance.Should().Be(expected);
        diff.IsMaterial.Should().Be(expected is ChangeSignificance.Material);
    }

    [Fact]
    public void A_rule_that_is_shorter_and_changes_otherwise_too_is_material()
    {
        var before = Shop(For("P2Y"));
        var after = before.Edited(file =>
        {
            file.At("/activities/orders/retention/orders/after")!["period"] = "P1Y";
            file.At("/activities/orders/retention/orders")!["then"] = "anonymise";
        });

        RegisterDiff.Between(before, after).Changes.Should().ContainSingle().Which.Significance.Should().Be(ChangeSignificance.Material);
    }

    [Fact]
    public void The_last_set_of_backups_that_goes_is_material_because_nobody_knows_then_how_long_erased_data_live_on()
    {
        var shop = TestRegisters.Shop();

        var without = RegisterDiff.Between(shop, shop.Without("/backups/nightly"));

        without.Changes.Should().ContainSingle().Which.Should().BeOfType<RegisterChange.Removed>()
            .Which.Significance.Should().Be(ChangeSignificance.Material);
    }

    private static RetentionTerm.After For(string period) => TwoYears with { Period = NodaTime.Text.PeriodPattern.Roundtrip.Parse(period).GetValueOrThrow() };

    private static ProcessingRegister Shop(RetentionTerm term)
    {
        var shop = TestRegisters.Shop(register => register.Event(Birth, "je geboorte", "your birth"));
        var activities = shop.Declarations.Activities.Select(activity => activity.Key != Orders
            ? activity
            : activity with { Retention = activity.Retention.Select(rule => rule with { Term = term }).ToValueList() });
        return RegisterCheck.Accept(shop.Declarations with { Activities = activities.ToValueList() }, []);
    }
}
