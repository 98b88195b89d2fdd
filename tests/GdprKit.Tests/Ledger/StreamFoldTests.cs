using System.Reflection;
using NodaTime;

namespace GdprKit.Ledger;

public sealed class StreamFoldTests
{
    [Fact]
    public void A_fold_says_what_it_knows_and_how_long_its_streams_are_kept()
    {
        Subscription.Fold.Kind.ToString().Should().Be("test.subscription");
        Subscription.Fold.EntryTypes.Select(type => type.ToString()).Should().Equal("test.started/1", "test.stopped/1");
        Subscription.Fold.Knows(EntryType.Parse("test.started/2")).Should().BeFalse();
        Subscription.Fold.KeptFor.Should().Be(OwnRecordKind.Evidence);
        Subscription.Fold.EndedIn.Should().Equal(StreamStatus.Parse("stopped"));
        Subscription.Fold.ToString().Should().Be("test.subscription, fold version 2");
    }

    [Fact]
    public void A_type_of_entries_is_folded_in_one_way() =>
        FluentActions.Invoking(() => Subscription.Fold.On(Subscription.Stopped, static (state, _) => state)).Should().Throw<ArgumentException>().WithMessage("GDPR1122: *'test.stopped/1'*");

    [Fact]
    public void An_entry_that_is_not_known_is_not_passed_over()
    {
        var entry = EntrySealing.Seal(Subscription.Stop(), Subscription.StreamOf(SubjectRef.New()), 1, Instant.FromUtc(2026, 11, 26, 9, 30));

        FluentActions.Invoking(() => Subscription.Fold.Apply(Subscription.Fold.Empty, entry with { Type = EntryType.Parse("test.stopped/2") }))
            .Should().Throw<LedgerException>().WithMessage("GDPR3103: *");
    }

    /// <summary>What a package declares wrongly is found here, not by the first host that uses it.</summary>
    [Fact]
    public void Every_fold_and_every_type_of_entries_of_the_core_can_be_made()
    {
        var declared = typeof(StreamFold).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(property => IsDeclaration(property.PropertyType))
            .ToList();

        declared.Select(property => property.GetValue(null)).Should().NotContainNulls();
        var folds = declared.Select(property => property.GetValue(null)).OfType<StreamFold>().ToList();
        folds.Select(fold => fold.Kind).Should().OnlyHaveUniqueItems();
        folds.SelectMany(fold => fold.EntryTypes.Where(type => !fold.Tells(type))).Should().BeEmpty("people read of everything that is recorded what it says");
    }

    private static bool IsDeclaration(Type type) =>
        type.IsAssignableTo(typeof(StreamFold)) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EntryType<>));
}
