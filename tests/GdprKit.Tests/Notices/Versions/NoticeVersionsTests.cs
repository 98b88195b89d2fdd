using GdprKit.Ledger;
using Microsoft.Extensions.Options;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class NoticeVersionsTests : NoticeVersionsTest
{
    [Fact]
    public async Task Before_anything_is_published_no_version_holds()
    {
        (await Of(Shop).FindCurrentAsync(cancellationToken: Token)).Should().BeNull();
        (await Of(Shop).FindAnnouncedAsync(cancellationToken: Token)).Should().BeNull();
        (await Of(Shop).ListAsync(cancellationToken: Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_first_version_is_published_in_all_languages_at_once_and_is_material()
    {
        var version = await PublishAsync(Shop);

        version.Significance.Should().Be(ChangeSignificance.Material);
        version.TellsOf.Should().Be(version.Digest);
        version.Before.Should().BeNull();
        version.Register.Should().Be(Shop.Hash);
        version.Texts.Should().Equal(
            new NoticeText(Language.English, PrivacyNotice.From(Shop, Language.English).Digest), new NoticeText(Language.Dutch, PrivacyNotice.From(Shop, Language.Dutch).Digest));
        version.EffectiveFrom.Should().Be(Start);
        (await Of(Shop).FindCurrentAsync(cancellationToken: Token)).Should().Be(version);
        (await Of(WithClub).ReadTextAsync(version, Language.English, Token)).Should().Be(PrivacyNotice.From(Shop, Language.English).Document with { ContentsHeading = null });
    }

    [Fact]
    public async Task A_new_purpose_is_proposed_as_material_and_told_in_the_summary()
    {
        await PublishAsync(Shop);

        var proposal = await Of(WithClub).ProposeAsync(cancellationToken: Token);

        proposal.Significance.Should().Be(ChangeSignificance.Material);
        proposal.Changes.Should().Contain(change => change.Element == RegisterElement.Activity && change.Path == "/activities/club");
        proposal.Summary[Language.English].Should().Contain("Club").And.NotContain("first");
        proposal.Summary[Language.Dutch].Should().Contain("Club");
    }

    [Fact]
    public async Task Other_words_are_proposed_as_editorial_and_tell_of_the_version_that_they_correct()
    {
        var first = await PublishAsync(Shop);

        var corrected = await PublishAsync(WithOtherWords);

        corrected.Significance.Should().Be(ChangeSignificance.Editorial);
        corrected.TellsOf.Should().Be(first.Digest);
        corrected.Before.Should().Be(first.Digest);
    }

    [Fact]
    public async Task A_change_that_concerns_staff_only_is_nothing_new_for_customers()
    {
        await PublishAsync(Shop);
        var staff = NoticeAudience.Of(Employees);
        var first = await Of(Shop).ProposeAsync(staff, Token);
        await Of(Shop).PublishAsync(Confirming(first), staff, Token);

        (await Of(WithStaffPurpose).ProposeAsync(cancellationToken: Token)).IsEmpty.Should().BeTrue();
        var proposal = await Of(WithStaffPurpose).ProposeAsync(staff, Token);
        proposal.IsEmpty.Should().BeFalse();
        proposal.Significance.Should().Be(ChangeSignificance.Material);
        (await Of(WithStaffPurpose).PublishAsync(Confirming(proposal), staff, Token)).Audience.Should().Be(staff);
    }

    [Fact]
    public async Task A_version_can_be_announced_and_holds_from_the_first_moment_of_its_day_in_the_controller_s_zone()
    {
        var first = await PublishAsync(Shop);
        var announced = await PublishAsync(WithClub, new LocalDate(2027, 1, 1));
        var newYear = Instant.FromUtc(2026, 12, 31, 23, 0);

        announced.EffectiveFrom.Should().Be(newYear);
        (await Of(WithClub).FindAnnouncedAsync(cancellationToken: Token)).Should().Be(announced);
        (await Of(WithClub).FindCurrentAsync(cancellationToken: Token))!.Digest.Should().Be(first.Digest);
        Clock.Reset(newYear - Duration.Epsilon);
        (await Of(WithClub).FindCurrentAsync(cancellationToken: Token))!.Digest.Should().Be(first.Digest);
        Clock.Reset(newYear);
        (await Of(WithClub).FindCurrentAsync(cancellationToken: Token)).Should().Be(announced);
        (await Of(WithClub).FindAnnouncedAsync(cancellationToken: Token)).Should().BeNull();
    }

    [Fact]
    public async Task What_is_published_before_an_announced_version_holds_takes_its_place()
    {
        var first = await PublishAsync(Shop);
        var announced = await PublishAsync(WithClub, new LocalDate(2027, 1, 1));
        var instead = await PublishAsync(WithOtherWords);

        Clock.Reset(Instant.FromUtc(2027, 6, 1, 0, 0));
        (await Of(Shop).FindCurrentAsync(cancellationToken: Token))!.Digest.Should().Be(instead.Digest);
        var versions = await Of(Shop).ListAsync(cancellationToken: Token);
        versions.Select(version => version.Digest).Should().Equal(instead.Digest, announced.Digest, first.Digest);
        versions[1].EffectiveUntil.Should().Be(announced.EffectiveFrom, "it never held");
        versions[2].EffectiveUntil.Should().Be(instead.EffectiveFrom);
    }

    [Fact]
    public async Task A_correction_of_an_announced_version_does_not_make_it_hold_earlier()
    {
        var first = await PublishAsync(Shop);
        var announced = await PublishAsync(WithClub, new LocalDate(2027, 1, 1));
        var corrected = TestRegisters.Shop(register =>
        {
            ConsentTest.Declare(register);
            register.Security("Wij versleutelen alles.", "We encrypt everything.");
        });

        var correction = await PublishAsync(corrected);

        correction.Significance.Should().Be(ChangeSignificance.Editorial);
        correction.EffectiveFrom.Should().Be(announced.EffectiveFrom);
        (await Of(corrected).FindAnnouncedAsync(cancellationToken: Token)).Should().Be(correction);
        (await Of(corrected).FindCurrentAsync(cancellationToken: Token))!.Digest.Should().Be(first.Digest);
        Clock.Reset(announced.EffectiveFrom);
        (await Of(corrected).FindCurrentAsync(cancellationToken: Token))!.Digest.Should().Be(correction.Digest);
    }

    [Fact]
    public async Task At_any_moment_exactly_one_version_holds_once_the_first_does()
    {
        await PublishAsync(Shop);
        await PublishAsync(WithClub, new LocalDate(2026, 12, 5));
        await PublishAsync(Shop, new LocalDate(2026, 12, 3));
        Clock.Reset(Instant.FromUtc(2026, 12, 4, 12, 0));
        await PublishAsync(WithClub, new LocalDate(2026, 12, 10));
        await PublishAsync(WithOtherWords, new LocalDate(2026, 12, 20));
        var versions = await Of(Shop).ListAsync(cancellationToken: Token);

        for (var at = Start; at < Start + Duration.FromDays(40); at += Duration.FromHours(1))
        {
            versions.Count(version => version.HoldsAt(at)).Should().Be(1, "at {0}", at);
        }

        versions.Should().NotContain(version => version.HoldsAt(Start - Duration.Epsilon));
    }

    [Fact]
    public async Task What_held_at_a_moment_in_the_past_is_found()
    {
        var first = await PublishAsync(Shop);
        var second = await PublishAsync(WithClub);

        (await Of(WithClub).FindCurrentAsync(at: Start - Duration.Epsilon, cancellationToken: Token)).Should().BeNull();
        (await Of(WithClub).FindCurrentAsync(at: second.EffectiveFrom - Duration.Epsilon, cancellationToken: Token))!.Digest.Should().Be(first.Digest);
        (await Of(WithClub).FindCurrentAsync(at: second.EffectiveFrom, cancellationToken: Token))!.Digest.Should().Be(second.Digest);
    }

    [Fact]
    public async Task Every_version_is_found_by_its_digest_whatever_came_later()
    {
        var first = await PublishAsync(Shop);
        var second = await PublishAsync(WithClub);

        (await Of(WithOtherWords).FindAsync(first.Digest, Token))!.Texts.Should().Equal(first.Texts);
        (await Of(WithOtherWords).FindAsync(second.Digest, Token)).Should().Be(second);
        (await Of(WithOtherWords).FindAsync(Shop.Hash, Token)).Should().BeNull();
    }

    [Fact]
    public async Task Two_versions_are_compared_by_what_was_declared_when_they_were_published()
    {
        var first = await PublishAsync(Shop);
        var second = await PublishAsync(WithClub);

        (await Of(Shop).CompareAsync(first, second, Token)).Should().Contain(change => change.Path == "/activities/club" && change is RegisterChange.Added);
        (await Of(Shop).CompareAsync(second, first, Token)).Should().Contain(change => change.Path == "/activities/club" && change is RegisterChange.Removed);
        (await Of(Shop).CompareAsync(first, first, Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_text_that_comes_back_is_another_version_of_which_people_can_be_told()
    {
        var first = await PublishAsync(Shop);
        await PublishAsync(WithClub);

        var back = await PublishAsync(Shop);

        back.Digest.Should().NotBe(first.Digest);
        back.Texts.Should().Equal(first.Texts);
    }

    [Fact]
    public async Task A_publication_that_is_sent_twice_is_recorded_once()
    {
        var proposal = await Of(Shop).ProposeAsync(cancellationToken: Token);

        var once = await Of(Shop).PublishAsync(Confirming(proposal), cancellationToken: Token);
        Clock.Advance(Duration.FromMinutes(1));
        var twice = await Of(Shop).PublishAsync(Confirming(proposal), cancellationToken: Token);

        twice.Should().Be(once);
        (await Of(Shop).ListAsync(cancellationToken: Token)).Should().ContainSingle();
    }

    [Fact]
    public async Task An_operator_s_own_summary_is_kept_as_it_was_written()
    {
        var proposal = await Of(Shop).ProposeAsync(cancellationToken: Token);
        var summary = LocalizedText.Of(nl: "Wij leggen nu vast wat wij beloven. \"Echt\" – ✓", en: "We now record what we promise.");

        var version = await Of(Shop).PublishAsync(Confirming(proposal) with { Summary = summary }, cancellationToken: Token);

        version.Summary.Should().Equal(summary);
        (await Of(Shop).FindAsync(version.Digest, Token))!.Summary.Should().Equal(summary);
    }

    [Fact]
    public async Task Looked_for_again_and_again_it_is_read_once_until_something_is_published()
    {
        var (first, reads) = (await PublishAsync(Shop), 0);
        var store = new InterposedStore(Store)
        {
            BeforeReadStream = () =>
            {
                reads++;
                return default;
            },
        };
        var versions = new NoticeVersions(new PrivacyNotices(Shop, Options.Create(new NoticeOptions())), new LedgerStreams(store, Clock), store, Clock);
        for (var person = 0; person < 10; person++)
        {
            (await versions.FindAsync(first.Digest, Token))!.Summary.Should().Equal(first.Summary);
        }

        reads.Should().Be(1);
        var second = await PublishAsync(WithClub);

        (await versions.FindAsync(second.Digest, Token)).Should().Be(second);
        (await versions.FindAsync(first.Digest, Token))!.EffectiveUntil.Should().Be(second.EffectiveFrom);
        reads.Should().Be(2);
    }

    [Fact]
    public async Task Everything_a_version_was_made_from_is_content_of_its_entry()
    {
        var version = await PublishAsync(Shop);

        var entry = await Store.ReadStreamAsync(new StreamId(StreamKind.Parse("notice"), SubjectRef.None, StreamKey.Parse("public")), 0, Token).SingleAsync(Token);

        entry.Content.Should().Contain([version.Digest, version.Register, .. version.Texts.Select(text => text.Digest)]);
        foreach (var digest in entry.Content)
        {
            (await Store.ReadContentAsync(digest, Token)).Should().NotBeNull();
        }
    }
}
