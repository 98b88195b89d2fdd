using NodaTime;

namespace GdprKit;

/// <summary>What is not published, each time with nothing written.</summary>
public sealed class NoticeVersionRefusalTests : NoticeVersionsTest
{
    [Fact]
    public async Task Not_without_a_word_on_whether_people_must_be_told() =>
        await RefusesAsync("GDPR1300", Shop, publication => publication with { Significance = ChangeSignificance.Unspecified });

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Not_without_a_summary_in_every_language(string missing)
    {
        var there = Language.Parse(missing) == Language.Dutch ? Language.English : Language.Dutch;
        await RefusesAsync("GDPR1301", Shop, publication => publication with { Summary = LocalizedText.Of([(there, "New.")]) });
        await RefusesAsync("GDPR1301", Shop, publication => publication with { Summary = LocalizedText.Of([(there, "New."), (Language.Parse(missing), "  ")]) });
    }

    [Fact]
    public async Task Not_from_a_day_that_has_passed_in_the_controller_s_zone()
    {
        await RefusesAsync("GDPR1302", Shop, publication => publication with { EffectiveOn = new LocalDate(2026, 11, 25) });

        // In Amsterdam it is tomorrow already.
        Clock.Reset(Instant.FromUtc(2026, 11, 26, 23, 30));
        await RefusesAsync("GDPR1302", Shop, publication => publication with { EffectiveOn = new LocalDate(2026, 11, 26) });
    }

    [Fact]
    public async Task Not_what_nobody_saw() =>
        await RefusesAsync("GDPR1303", Shop, publication => publication with { Version = PrivacyNotice.From(WithClub, Language.Dutch).Digest });

    [Fact]
    public async Task Not_the_same_content_twice()
    {
        await PublishAsync(Shop);

        await RefusesAsync("GDPR1304", Shop, publication => publication with { Significance = ChangeSignificance.Material });
    }

    [Fact]
    public async Task Not_a_material_change_as_editorial_without_a_reason()
    {
        await PublishAsync(Shop);

        await RefusesAsync("GDPR1305", WithClub, publication => publication with { Significance = ChangeSignificance.Editorial, Reason = " " });
        var proposal = await Of(WithClub).ProposeAsync(cancellationToken: Token);
        (await Of(WithClub).PublishAsync(
            Confirming(proposal) with { Significance = ChangeSignificance.Editorial, Reason = "The club was in the text before, under another name." }, cancellationToken: Token))
            .Significance.Should().Be(ChangeSignificance.Editorial);
    }

    [Fact]
    public async Task Not_a_first_version_as_editorial() =>
        await RefusesAsync("GDPR1306", Shop, publication => publication with { Significance = ChangeSignificance.Editorial });

    [Fact]
    public async Task Not_for_people_who_have_no_notice_of_their_own()
    {
        var ask = () => Of(Shop).ProposeAsync(NoticeAudience.Of(ShopKeys.Customers), Token).AsTask();

        (await ask.Should().ThrowAsync<NoticeException>()).Which.Id.Should().Be("GDPR1031");
    }

    [Fact]
    public async Task Not_by_two_operators_at_once()
    {
        await PublishAsync(Shop);
        var one = await Of(WithClub).ProposeAsync(cancellationToken: Token);
        var other = await Of(WithOtherWords).ProposeAsync(cancellationToken: Token);

        var published = await Of(WithClub).PublishAsync(Confirming(one), cancellationToken: Token);

        var publish = () => Of(WithOtherWords).PublishAsync(Confirming(other), cancellationToken: Token).AsTask();
        (await publish.Should().ThrowAsync<NoticeException>()).Which.Id.Should().Be("GDPR1303");
        (await Of(WithClub).ListAsync(cancellationToken: Token))[0].Digest.Should().Be(published.Digest);
    }

    [Fact]
    public async Task Not_by_two_operators_who_mean_different_things_by_the_same_text()
    {
        await PublishAsync(Shop);
        var seen = Confirming(await Of(WithClub).ProposeAsync(cancellationToken: Token));
        var editorial = seen with { Significance = ChangeSignificance.Editorial, Reason = "The club was in the text before." };
        var summary = LocalizedText.Of(nl: "Er is een club.", en: "There is a club.");

        var published = await Of(WithClub).PublishAsync(seen with { Summary = summary }, cancellationToken: Token);

        foreach (var other in (NoticePublication[])[editorial, seen with { Summary = LocalizedText.Of(nl: "Nieuw.", en: "New.") }, seen with { EffectiveOn = new LocalDate(2027, 1, 1) }])
        {
            (await TryAsync(() => Of(WithClub).PublishAsync(other, cancellationToken: Token))).Should().Be("GDPR1303");
        }

        foreach (var same in (NoticePublication[])[seen, seen with { Summary = summary }, seen with { EffectiveOn = new LocalDate(2026, 11, 26) }])
        {
            (await Of(WithClub).PublishAsync(same, cancellationToken: Token)).Should().Be(published);
        }
    }

    [Fact]
    public async Task Not_by_two_operators_in_the_same_moment()
    {
        await PublishAsync(Shop);
        var one = await Of(WithClub).ProposeAsync(cancellationToken: Token);
        var other = await Of(WithOtherWords).ProposeAsync(cancellationToken: Token);

        var outcomes = await Task.WhenAll(
            TryAsync(() => Of(WithClub).PublishAsync(Confirming(one), cancellationToken: Token)),
            TryAsync(() => Of(WithOtherWords).PublishAsync(Confirming(other), cancellationToken: Token)));

        outcomes.Should().BeEquivalentTo([null, "GDPR1303"]);
        (await Of(Shop).ListAsync(cancellationToken: Token)).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_text_in_a_language_that_a_version_has_not_is_not_invented()
    {
        var version = await PublishAsync(Shop);

        var read = () => Of(Shop).ReadTextAsync(version, Language.Parse("fr"), Token).AsTask();

        (await read.Should().ThrowAsync<NoticeException>()).Which.Id.Should().Be("GDPR1307");
    }

    private static async Task<string?> TryAsync(Func<ValueTask<NoticeVersion>> publish)
    {
        try
        {
            await publish();
            return null;
        }
        catch (NoticeException refusal)
        {
            return refusal.Id;
        }
    }

    private async Task RefusesAsync(string id, ProcessingRegister register, Func<NoticePublication, NoticePublication> change)
    {
        var versions = Of(register);
        var before = await versions.ListAsync(cancellationToken: Token);
        var proposal = await versions.ProposeAsync(cancellationToken: Token);

        var publish = () => versions.PublishAsync(change(Confirming(proposal)), cancellationToken: Token).AsTask();

        (await publish.Should().ThrowAsync<NoticeException>()).Which.Id.Should().Be(id);
        (await versions.ListAsync(cancellationToken: Token)).Should().Equal(before);
    }
}
