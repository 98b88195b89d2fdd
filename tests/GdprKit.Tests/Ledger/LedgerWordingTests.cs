using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Ledger;

public sealed class LedgerWordingTests
{
    private static readonly LedgerWording Wording = new(TestRegisters.Shop(), [Subscription.Fold]);

    [Theory]
    [InlineData("nl", "Begon met Nieuwsbrief, in 3 exemplaren.")]
    [InlineData("en", "Started Newsletter, in 3 copies.")]
    public void An_entry_is_told_in_the_language_of_the_reader_and_the_names_of_the_register(string language, string sentence) =>
        Tell(EntryOf(Subscription.Start(copies: 3)), language).Should().Be(sentence);

    [Fact]
    public void What_has_left_the_register_is_told_by_its_key()
    {
        var gone = Subscription.Started.Draft(new() { Activity = Key<ProcessingActivity>.Parse("gone"), State = SubscriptionState.Running, Copies = 1, Asked = null });

        Tell(EntryOf(gone), "en").Should().Be("Started gone, in 1 copies.");
    }

    [Theory]
    [InlineData("nl", "Vastgelegd: test.stopped/1.")]
    [InlineData("en", "Recorded: test.stopped/1.")]
    public void An_entry_without_words_is_told_by_the_name_of_its_type(string language, string sentence)
    {
        Subscription.Fold.Tells(Subscription.Stopped.Type).Should().BeFalse();
        Tell(EntryOf(Subscription.Stop()), language).Should().Be(sentence);
    }

    [Theory]
    [InlineData("nl", "Een nieuwere versie van dit programma legde hier iets vast wat deze versie niet kent: test.started/2.")]
    [InlineData("en", "A newer version of this program recorded something here that this version does not know: test.started/2.")]
    public void An_entry_of_a_newer_program_is_shown_as_such(string language, string sentence)
    {
        var newer = EntryOf(Subscription.Start()) with { Type = EntryType.Parse("test.started/2") };

        Wording.Knows(newer).Should().BeFalse();
        Tell(newer, language).Should().Be(sentence);
    }

    [Fact]
    public void An_entry_of_a_kind_that_is_not_known_is_shown_as_such()
    {
        var entry = EntryOf(Subscription.Start());

        new LedgerWording(TestRegisters.Shop(), []).Knows(entry).Should().BeFalse();
        Wording.Knows(entry).Should().BeTrue();
    }

    [Fact]
    public void An_entry_whose_facts_cannot_be_read_says_so_instead_of_failing_the_page() =>
        Tell(EntryOf(Subscription.Start()) with { Facts = [.. "{}"u8] }, "en").Should().Be("What was recorded here cannot be read: test.started/1.");

    [Fact]
    public void Words_are_given_once_and_to_what_the_fold_knows()
    {
        FluentActions.Invoking(() => Subscription.Fold.Tell(Subscription.Started, (_, _) => "")).Should().Throw<ArgumentException>().WithMessage("GDPR1122: *'test.started/1'*");
        FluentActions.Invoking(() => Subscription.Fold.Tell(new EntryType<SubscriptionStopped>("test.paused/1", TestJson.Default.SubscriptionStopped), (_, _) => ""))
            .Should().Throw<ArgumentException>().WithMessage("GDPR1122: *'test.paused/1'*");
    }

    [Fact]
    public void A_kind_has_one_fold() =>
        FluentActions.Invoking(() => new LedgerWording(TestRegisters.Shop(), [Subscription.Fold, Subscription.Fold])).Should().Throw<ArgumentException>().WithMessage("GDPR1122: *'test.subscription'*");

    [Fact]
    public void A_host_gets_the_words_of_the_streams_that_it_added()
    {
        var services = new ServiceCollection();
        services.AddGdprKit(gdpr => gdpr.UseRegister(TestRegisters.Shop()).AddStreams<Subscription>());
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<LedgerWording>().Knows(EntryOf(Subscription.Start())).Should().BeTrue();
    }

    [Fact]
    public void Details_are_read_name_by_name() =>
        EntryDetails.Of(("note", "Called back."), ("channel", "phone")).ToTexts().Should().Equal(("channel", "phone"), ("note", "Called back."));

    private static string Tell(LedgerEntry entry, string language) => Wording.Tell(entry, Language.Parse(language));

    private static LedgerEntry EntryOf(EntryDraft draft) => EntrySealing.Seal(draft, Subscription.StreamOf(SubjectRef.New()), 1, Instant.FromUtc(2026, 11, 26, 9, 30));
}
