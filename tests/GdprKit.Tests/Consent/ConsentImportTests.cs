using System.Text;
using GdprKit.Ledger;
using NodaTime;
using static GdprKit.ClubKeys;
using static GdprKit.ShopKeys;

namespace GdprKit;

/// <summary>A list is evidence of what it says, and never more than an answer of the person.</summary>
public sealed class ConsentImportTests : ConsentTest
{
    private static readonly ConsentSource Source = ConsentSource.Of("Export of the old mail program; ticked on the sign-up form.", Start, AgreedRegister.Today);

    private static readonly Instant LongAgo = Instant.FromUtc(2025, 5, 1, 12, 0);

    [Fact]
    public async Task What_is_taken_over_says_that_it_is_from_a_list_which_one_and_when_it_was_obtained()
    {
        var result = await Consents.ImportAsync([Item(1) with { Wording = ConsentWording.Of("Ja, stuur maar.", Language.Dutch) }], Source, null, Token);

        result.Should().Be(new ConsentImport(1, []));
        var record = await Consents.FindAsync(Person(1), Newsletter, Token);
        record.Should().BeEquivalentTo(new
        {
            Status = ConsentStatus.Given,
            GivenBy = ConsentActor.Import,
            Medium = ConsentMedium.OtherSystem,
            Mechanism = ConsentMechanism.Unspecified,
            GivenAt = (Instant?)LongAgo,
            Notice = (Digest?)null,
        });
        record.WasValidOn(LongAgo).Should().BeTrue();
        var entry = (await Consents.ReadHistoryAsync(Person(1), Newsletter, Token).ToListAsync(Token)).Should().ContainSingle().Subject;
        entry.Type.ToString().Should().Be("consent.imported/1");
        (await Task.WhenAll(entry.Content.Select(async digest => Encoding.UTF8.GetString((await Store.ReadContentAsync(digest, Token))!.Bytes.AsSpan()))))
            .Should().Contain(Source.Description).And.Contain("Ja, stuur maar.");
        Encoding.UTF8.GetString(entry.Facts.AsSpan()).Should().Contain("obtainedAt");
        new LedgerWording(Register, [ConsentRecord.Fold]).Tell(entry, Language.English).Should().Be("Taken over from a list: consented on 1 May 2025 to ‘Newsletter’.");
    }

    [Fact]
    public async Task An_answer_of_the_person_is_never_overwritten()
    {
        await Consents.WithdrawAsync(Person(1), Newsletter, ConsentSignal.ByPersonOnline, Token);
        await Consents.RefuseAsync(Person(2), Newsletter, ConsentSignal.ByPersonOnline, Token);
        await Consents.GiveAsync(Person(3), Newsletter, Evidence(), Token);
        await Consents.GiveAsync(Person(4), Newsletter, Evidence(), Token);
        await Consents.InvalidateAsync(Person(4), Newsletter, ConsentEndReason.NotProven, Token);
        await Consents.GiveAsync(Person(5), Newsletter, Evidence(), Token);
        await Consents.WithdrawAsync(Person(5), Newsletter, ConsentSignal.ByPersonOnline, Token);
        await Consents.GiveAsync(Person(5), Newsletter, Evidence(), Token);
        await Consents.RevokeAsync(Person(5), Newsletter, ConsentEndReason.Ordered, Token);
        await Consents.RequestAsync(Person(6), Newsletter, ConsentSignal.ByPersonOnline, Token);
        var before = await Consents.FindAsync(Person(3), Newsletter, Token);

        var result = await Consents.ImportAsync(Enumerable.Range(1, 7).Select(Item), Source, null, Token);

        result.Imported.Should().Be(2, "one was asked and had not answered, of the other nothing was known");
        result.Total.Should().Be(7);
        result.Skipped.Should().Equal(
            new SkippedConsents(ImportObstacle.RefusedOrWithdrawn, 3),
            new SkippedConsents(ImportObstacle.StandsAlready, 1),
            new SkippedConsents(ImportObstacle.EndedBefore, 1));
        (await Consents.FindAsync(Person(1), Newsletter, Token)).Status.Should().Be(ConsentStatus.Withdrawn);
        (await Consents.FindAsync(Person(3), Newsletter, Token)).Should().Be(before);
    }

    [Fact]
    public async Task What_the_list_does_not_show_is_not_taken_over()
    {
        var result = await Consents.ImportAsync(
            [
                Item(1) with { GivenAt = Start + Duration.FromDays(1) },
                Item(2) with { Topic = Club, GivenAt = Start - Duration.FromDays(800) },
                Item(3) with { Topic = Diet },
                Item(4) with { Topic = Diet, IsExplicit = true },
                Item(5) with { Topic = Game },
                Item(6) with { Topic = Game, Age = 15 },
                Item(7) with { Topic = Game, Age = 16 },
                Item(8),
                Item(8) with { GivenAt = LongAgo + Duration.FromDays(1) },
            ],
            Source,
            null,
            Token);

        result.Imported.Should().Be(3);
        result.Skipped.Should().Equal(
            new SkippedConsents(ImportObstacle.Expired, 1),
            new SkippedConsents(ImportObstacle.InTheFuture, 1),
            new SkippedConsents(ImportObstacle.TooYoung, 2),
            new SkippedConsents(ImportObstacle.NotExplicit, 1),
            new SkippedConsents(ImportObstacle.ListedTwice, 1));
        (await Consents.FindAsync(Person(8), Newsletter, Token)).GivenAt.Should().Be(LongAgo);
    }

    [Fact]
    public async Task An_address_counts_as_confirmed_only_where_the_list_shows_it()
    {
        await Consents.ImportAsync([Item(1) with { Topic = Club }, Item(2) with { Topic = Club, Confirmed = [MarketingChannel.Post, MarketingChannel.Email] }], Source, null, Token);

        (await Consents.FindAsync(Person(1), Club, Token)).Confirmation.Should().Be(ConsentConfirmation.Pending);
        (await Consents.FindAsync(Person(2), Club, Token)).Confirmation.Should().Be(ConsentConfirmation.Confirmed);
        (await Consents.FindAsync(Person(2), Club, Token)).Until.Should().Be(LongAgo + Duration.FromDays(730));
    }

    [Fact]
    public async Task A_long_list_is_taken_over_in_pages_and_importing_it_again_adds_nothing()
    {
        var list = Enumerable.Range(0, 2_500).Select(Item).ToList();
        List<long> told = [];

        var first = await Consents.ImportAsync(list, Source, new Told(result => told.Add(result.Total)), Token);
        var second = await Consents.ImportAsync(list, Source, null, Token);

        first.Should().Be(new ConsentImport(2_500, []));
        told.Should().Equal(1_000, 2_000, 2_500);
        second.Should().Be(new ConsentImport(0, [new SkippedConsents(ImportObstacle.StandsAlready, 2_500)]));
    }

    [Fact]
    public async Task A_withdrawal_in_the_middle_of_an_import_is_not_overrun()
    {
        var withdrawing = new Consents(Register, Streams, Store, Subjects, Clock, new OfferedToday(Notice));
        var isFirst = true;
        var interposed = new InterposedStore(Store)
        {
            BeforeAppend = async _ =>
            {
                if (isFirst)
                {
                    isFirst = false;
                    await withdrawing.WithdrawAsync(Person(1), Newsletter, ConsentSignal.ByPersonOnline, Token);
                }

                return null;
            },
        };
        var importing = new Consents(Register, new LedgerStreams(interposed, Clock), interposed, Subjects, Clock, new OfferedToday(Notice));

        var result = await importing.ImportAsync([Item(1), Item(2)], Source, null, Token);

        result.Should().Be(new ConsentImport(1, [new SkippedConsents(ImportObstacle.RefusedOrWithdrawn, 1)]));
        (await Consents.FindAsync(Person(1), Newsletter, Token)).Status.Should().Be(ConsentStatus.Withdrawn);
        (await Consents.FindAsync(Person(2), Newsletter, Token)).Status.Should().Be(ConsentStatus.Given);
    }

    [Fact]
    public async Task A_list_of_tomorrow_or_about_nothing_is_refused()
    {
        FluentActions.Invoking(() => ConsentSource.Of(" ", Start, AgreedRegister.Today)).Should().Throw<ConsentException>().WithMessage("GDPR1204*");
        await FluentActions.Awaiting(async () => await Consents.ImportAsync([Item(1)], ConsentSource.Of("list", Start + Duration.FromDays(1), AgreedRegister.Today), null, Token)).Should().ThrowAsync<ConsentException>().WithMessage("GDPR1205*");
        await FluentActions.Awaiting(async () => await Consents.ImportAsync([Item(1) with { Topic = Orders }], Source, null, Token)).Should().ThrowAsync<ConsentException>().WithMessage("GDPR1202*");
    }

    private static SubjectId Person(int number) => SubjectId.Of(Customers, number);

    private static ImportedConsent Item(int number) => new() { Subject = Person(number), Topic = Newsletter, GivenAt = LongAgo };

    private sealed class Told(Action<ConsentImport> tell) : IProgress<ConsentImport>
    {
        public void Report(ConsentImport value) => tell(value);
    }
}
