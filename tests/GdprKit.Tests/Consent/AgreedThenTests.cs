using System.Text.Json.Nodes;
using GdprKit.Ledger;
using Microsoft.Extensions.Options;
using NodaTime;
using static GdprKit.ClubKeys;
using static GdprKit.ShopKeys;

namespace GdprKit;

/// <summary>Who agreed by a text of before agreed to what that text told, and to nothing that came later.</summary>
public sealed class AgreedThenTests : ConsentTest
{
    private static readonly ProcessingRegister Shared = Changed(file => file["marketing"] = JsonNode.Parse("""["email", "post"]"""));

    private static readonly ProcessingRegister Renamed = Changed(file => file["name"] = JsonNode.Parse("""{ "nl": "Nieuws", "en": "News" }"""));

    [Fact]
    public async Task Consent_on_paper_is_consent_to_what_the_notice_of_its_day_told()
    {
        var old = await PublishAsync(Register);
        Clock.AdvanceDays(30);

        var (consents, decisions) = Under(Shared);
        var record = await consents.GiveAsync(Ann, Newsletter, OnPaper(old), Token);

        record.Agreement.Should().Be(Register.Only(Newsletter).Hash).And.NotBe(Shared.Only(Newsletter).Hash);
        record.Notice.Should().Be(old);
        record.GivenAt.Should().Be(Start + Duration.FromDays(1));
        (await decisions.DecideAsync(Ann, Newsletter, null, Token)).Reason.Should().BeSameAs(DecisionReasons.ConsentForAnotherPurpose, "nobody told of letters then");
        (await consents.FindOutdatedAsync(Token)).Should().ContainSingle();
        (await consents.FindReceiptAsync(Ann, Newsletter, Language.Dutch, Token)).Should().NotBeNull();
    }

    [Fact]
    public async Task Consent_on_paper_covers_what_has_not_changed_since()
    {
        var old = await PublishAsync(Register);
        Clock.AdvanceDays(30);

        var (consents, decisions) = Under(Renamed);
        await consents.GiveAsync(Ann, Newsletter, OnPaper(old), Token);

        (await decisions.DecideAsync(Ann, Newsletter, null, Token)).Permitted.Should().BeTrue();
    }

    [Fact]
    public async Task Consent_by_a_text_of_before_lasts_no_longer_than_that_text_told_nor_than_is_declared_by_now()
    {
        var old = await PublishAsync(Register);
        Clock.AdvanceDays(30);
        var told = Instant.FromUtc(2028, 11, 27, 9, 30);

        (await UntilAsync(1, "P5Y")).Should().Be(told);
        (await UntilAsync(2, null)).Should().Be(told);
        (await UntilAsync(3, "P1Y")).Should().Be(Instant.FromUtc(2027, 11, 27, 9, 30));

        async Task<Instant?> UntilAsync(int person, string? declared)
        {
            var later = Register.Edited(file =>
            {
                var terms = file["activities"]![Club.ToString()]!["consent"]!.AsObject();
                terms.Remove("validFor");
                if (declared is not null)
                {
                    terms["validFor"] = declared;
                }
            });
            return (await Under(later).Consents.GiveAsync(SubjectId.Of(Customers, person), Club, OnPaper(old), Token)).Until;
        }
    }

    [Fact]
    public async Task A_notice_that_did_not_ask_is_the_notice_of_no_consent()
    {
        var old = await PublishAsync(TestRegisters.Shop());
        Clock.AdvanceDays(30);

        await FluentActions.Awaiting(async () => await Under(Register).Consents.GiveAsync(Ann, Club, OnPaper(old), Token)).Should().ThrowAsync<ConsentException>().WithMessage("GDPR1213*'club'*");

        (await HistoryAsync(Club)).Should().BeEmpty();
    }

    [Fact]
    public async Task Whatever_else_the_ledger_keeps_is_no_notice()
    {
        await PublishAsync(Register);
        await Consents.GiveAsync(SubjectId.Of(Customers, 8), Newsletter, Evidence(), Token);
        var entries = await Store.ReadLatestAsync(null, 100, Token);
        var kept = entries.SelectMany(entry => entry.Content).Distinct().Where(digest => !Languages().Contains(digest)).ToList();
        kept.Should().HaveCountGreaterThan(3, "the words, the register, what was agreed to, the version");

        foreach (var digest in kept)
        {
            foreach (var person in (SubjectId[])[Ann, SubjectId.Of(Customers, 8)])
            {
                await FluentActions.Awaiting(async () => await Under(Shared).Consents.GiveAsync(person, Newsletter, Evidence() with { Notice = digest }, Token)).Should().ThrowAsync<ConsentException>().WithMessage("GDPR1207*");
            }
        }

        static IEnumerable<Digest> Languages() => Register.Languages.Select(language => PrivacyNotice.From(Register, language).Digest);
    }

    [Fact]
    public async Task A_notice_that_somebody_else_agreed_by_and_nobody_published_is_not_known()
    {
        await Consents.GiveAsync(SubjectId.Of(Customers, 8), Newsletter, Evidence(), Token);

        await FluentActions.Awaiting(async () => await Under(Shared).Consents.GiveAsync(Ann, Newsletter, Evidence(), Token)).Should().ThrowAsync<ConsentException>().WithMessage("GDPR1207*");
    }

    [Fact]
    public async Task A_list_of_an_earlier_register_is_consent_to_what_that_register_declared()
    {
        var (consents, decisions) = Under(Shared);

        await consents.ImportAsync([Item()], ConsentSource.Of("A list.", Start, AgreedRegister.Of(Register)), null, Token);

        (await consents.FindAsync(Ann, Newsletter, Token)).Agreement.Should().Be(Register.Only(Newsletter).Hash);
        (await decisions.DecideAsync(Ann, Newsletter, null, Token)).Reason.Should().BeSameAs(DecisionReasons.ConsentForAnotherPurpose);
        (await Under(Renamed).Decisions.DecideAsync(Ann, Newsletter, null, Token)).Permitted.Should().BeTrue();
    }

    [Fact]
    public async Task A_list_of_which_nobody_knows_the_text_is_recorded_as_that_and_permits_nothing_until_the_person_agrees()
    {
        var (consents, decisions) = Under(Register);

        (await consents.ImportAsync([Item()], ConsentSource.Of("A list.", Start, AgreedRegister.Unknown), null, Token)).Imported.Should().Be(1);

        var record = await consents.FindAsync(Ann, Newsletter, Token);
        record.Should().BeEquivalentTo(new { Status = ConsentStatus.Given, Agreement = (Digest?)null });
        record.ToIndex().Status.ToString().Should().Be("given.imported.unknown-text");
        (await decisions.DecideAsync(Ann, Newsletter, null, Token)).Reason.Should().BeSameAs(DecisionReasons.ConsentTextUnknown);
        (await consents.FindReceiptAsync(Ann, Newsletter, Language.Dutch, Token)).Should().BeNull();
        var entry = (await consents.ReadHistoryAsync(Ann, Newsletter, Token).ToListAsync(Token)).Should().ContainSingle().Subject;
        new LedgerWording(Register, [ConsentRecord.Fold]).Tell(entry, Language.English).Should().EndWith(" To what exactly is not known.");
        (await consents.InvalidateOutdatedAsync(null, Token)).Should().Be(new ConsentRevision(1, 0, 1));

        Clock.AdvanceMinutes(1);
        await Consents.RenewAsync(Ann, Newsletter, Evidence(), Token);
        (await decisions.DecideAsync(Ann, Newsletter, null, Token)).Permitted.Should().BeTrue();
    }

    [Fact]
    public async Task What_the_register_of_a_list_did_not_ask_nobody_on_it_agreed_to()
    {
        var result = await Under(Register).Consents.ImportAsync(
            [Item(), Item() with { Topic = Club }], ConsentSource.Of("A list.", Start, AgreedRegister.Of(TestRegisters.Shop())), null, Token);

        result.Should().Be(new ConsentImport(1, [new SkippedConsents(ImportObstacle.NotAskedThen, 1)]));
    }

    private static ProcessingRegister Changed(Action<JsonObject> change) => Register.Edited(file => change(file["activities"]![Newsletter.ToString()]!.AsObject()));

    private static ImportedConsent Item() => new() { Subject = Ann, Topic = Newsletter, GivenAt = Start - Duration.FromDays(9) };

    private static PrivacyNotices NoticesOf(ProcessingRegister register) => new(register, Options.Create(new NoticeOptions()));

    private static ConsentEvidence OnPaper(Digest notice) => Evidence() with
    {
        Medium = ConsentMedium.Paper,
        Mechanism = ConsentMechanism.Signature,
        Notice = notice,
        At = Start + Duration.FromDays(1),
    };

    private (Consents Consents, ProcessingDecisions Decisions) Under(ProcessingRegister register) => (
        new Consents(register, Streams, Store, Subjects, Clock, new OfferedNotices(NoticesOf(register))), new ProcessingDecisions(register, Store, Streams, Subjects, Clock));

    private async Task<Digest> PublishAsync(ProcessingRegister register)
    {
        var notices = NoticesOf(register);
        var versions = new NoticeVersions(notices, Streams, Store, Clock);
        var proposal = await versions.ProposeAsync(null, Token);
        await versions.PublishAsync(new NoticePublication { Version = proposal.Digest, Significance = proposal.Significance }, null, Token);
        return notices.In(Language.Dutch).Digest;
    }
}
