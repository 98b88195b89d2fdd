using System.Linq.Expressions;
using GdprKit.EntityFrameworkCore.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Decisions.Audience;

/// <summary>People are found again by whatever key they have, and the condition is part of the query of the host.</summary>
public abstract class AudienceKeyTests : PeopleTests
{
    private static readonly string[] Codes =
        ["ann", "Ann", "ánn", "a\u0301nn", "ann ", " ann", "1", "01", "'", "a%_", "😀", "a\u001fb", "a\u001bb", "\u001f", "\u001b", "\n", "\\", new('x', 380)];

    [Fact]
    public async Task Numbers_are_found_and_what_the_host_hides_stays_hidden()
    {
        await SaveAsync([.. Enumerable.Range(1, 12).Select(id => new Shopper { Id = id, IsDeleted = id == 4 })]);

        await ExpectAsync<Shopper, int>(shopper => shopper.Id, [.. Enumerable.Range(1, 12).Where(id => id != 4)], id => SubjectId.Of(Customers, id));
    }

    [Fact]
    public async Task Texts_are_found_whatever_stands_in_them()
    {
        await SaveAsync([.. Codes.Select(code => new Reader { Code = code })]);

        await ExpectAsync<Reader, string>(reader => reader.Code, Codes, code => SubjectId.Of(Customers, code));
    }

    [Fact]
    public async Task Of_whom_nothing_can_be_recorded_because_the_key_is_none_nobody_is_chosen()
    {
        await SaveAsync(new Reader { Code = "" }, new Reader { Code = new('y', 381) }, new Reader { Code = "ann" });
        await using var context = Context();

        (await context.Set<Reader>().WherePermitted(context.Gdpr(), Claims).Select(reader => reader.Code).ToListAsync(Token)).Should().Equal("ann");
    }

    [Fact]
    public async Task Uuids_are_found()
    {
        Guid[] ids = [.. Enumerable.Range(0, 8).Select(_ => Guid.NewGuid())];
        await SaveAsync([.. ids.Select(id => new Player { Id = id })]);

        await ExpectAsync<Player, Guid>(player => player.Id, ids, id => SubjectId.Of(Customers, id));
    }

    [Fact]
    public async Task A_row_of_several_people_is_chosen_when_all_of_them_permit_and_a_row_of_nobody_is_not()
    {
        await SaveAsync([.. from role in Enumerable.Range(0, 4) from house in Enumerable.Range(1, 4) select new Tenant { House = (10 * role) + house, Door = "b\u001f", Role = role }]);
        await using var context = Context();
        var objections = context.Gdpr().Objections;
        foreach (var role in (int[])[1, 3])
        {
            await objections.ObjectAsync(SubjectId.Of(Customers, (10 * role) + 1, "b\u001f"), Claims, cancellationToken: Token);
        }

        foreach (var role in (int[])[2, 3])
        {
            await objections.ObjectAsync(SubjectId.Of(Employees, "b\u001f", (10 * role) + 2), Claims, cancellationToken: Token);
        }

        // These object too, as people that the row is not.
        await objections.ObjectAsync(SubjectId.Of(Employees, "b\u001f", 13), Claims, cancellationToken: Token);
        await objections.ObjectAsync(SubjectId.Of(Customers, 23, "b\u001f"), Claims, cancellationToken: Token);

        (await context.Set<Tenant>().WherePermitted(context.Gdpr(), Claims).Select(tenant => tenant.House).ToListAsync(Token))
            .Should().BeEquivalentTo([12, 13, 14, 21, 23, 24, 33, 34]);
    }

    [Fact]
    public async Task It_is_one_statement_with_what_the_host_asks_and_sees_what_the_transaction_wrote()
    {
        await SaveAsync([.. Enumerable.Range(1, 6).Select(id => new Shopper { Id = id })]);
        await using var context = Context();
        var gdpr = context.Gdpr();
        await using var transaction = await context.Database.BeginTransactionAsync(Token);
        foreach (var id in (int[])[2, 3, 5])
        {
            await GiveAsync(gdpr, SubjectId.Of(Customers, id));
        }

        var audience = context.Set<Shopper>().WherePermitted(gdpr, Newsletter, ProcessingUse.MessageOver(MarketingChannel.Email)).Where(shopper => shopper.Id > 2).OrderByDescending(shopper => shopper.Id);

        (await audience.Select(shopper => shopper.Id).ToListAsync(Token)).Should().Equal(5, 3);
        (await audience.Select(shopper => shopper.Id).Take(1).ToListAsync(Token)).Should().Equal(5);
        (await audience.CountAsync(Token)).Should().Be(2);
        audience.ToQueryString().Split("SELECT").Should().HaveCount(5, "customers, their links, the head that is needed, and none that denies");
        await transaction.RollbackAsync(Token);
        (await audience.CountAsync(Token)).Should().Be(0);
    }

    [Fact]
    public async Task What_nobody_is_permitted_gives_nobody_without_a_question_about_people()
    {
        await SaveAsync(new Shopper { Id = 1 });
        await using var context = Context();
        var gdpr = context.Gdpr();
        await GiveAsync(gdpr, SubjectId.Of(Customers, 1));

        var untold = context.Set<Shopper>().WherePermitted(gdpr, Newsletter, new ProcessingUse { IsToldOfPurpose = false });
        var undeclared = context.Set<Shopper>().WherePermitted(gdpr, Newsletter, ProcessingUse.MessageOver(MarketingChannel.Phone));

        (await untold.ToListAsync(Token)).Should().BeEmpty();
        (await undeclared.ToListAsync(Token)).Should().BeEmpty();
        untold.ToQueryString().Should().NotContain("gdpr_");
    }

    [Fact]
    public async Task What_cannot_be_answered_is_refused_with_the_remedy()
    {
        await using var context = Context();
        var gdpr = context.Gdpr();

        context.Invoking(it => it.Set<Guest>().WherePermitted(gdpr, Claims)).Should().Throw<InvalidOperationException>().WithMessage("GDPR3166*Guest*Id*DecideAsync*");
        context.Invoking(it => it.Set<Backwards>().WherePermitted(gdpr, Claims)).Should().Throw<InvalidOperationException>().WithMessage("GDPR3166*");
        context.Invoking(it => it.Set<LeaseRow>().WherePermitted(gdpr, Claims)).Should().Throw<InvalidOperationException>().WithMessage("GDPR3165*LeaseRow*IsSubject*");
        context.Invoking(it => it.Set<Shopper>().WherePermitted(gdpr, Key<ProcessingActivity>.Parse("unheard-of"))).Should().Throw<KeyNotFoundException>().WithMessage("GDPR1011*");
        foreach (var use in (ProcessingUse[])[ProcessingUse.MessageTo(MarketingAddress.Email("ann@voorbeeld.example")), new() { At = Clock.GetCurrentInstant() }])
        {
            context.Invoking(it => it.Set<Shopper>().WherePermitted(gdpr, Claims, use)).Should().Throw<ArgumentException>().WithMessage("GDPR1260*MessageOver*");
        }
    }

    protected override void Declare(GdprKitBuilder gdpr) => gdpr
        .AddMap<Reader>(data => data.IsSubject(Customers, reader => reader.Code))
        .AddMap<Tenant>(data => data
            .IsSubjectWhen(tenant => tenant.Role == 1 || tenant.Role == 3, Customers, tenant => tenant.House, tenant => tenant.Door)
            .IsSubjectWhen(tenant => tenant.Role == 2 || tenant.Role == 3, Employees, tenant => tenant.Door, tenant => tenant.House));

    private async Task ExpectAsync<TEntity, TKey>(Expression<Func<TEntity, TKey>> key, TKey[] keys, Func<TKey, SubjectId> subject)
        where TEntity : class
    {
        await using var context = Context();
        var gdpr = context.Gdpr();
        for (var i = 0; i < keys.Length; i++)
        {
            await (i % 2 == 0 ? ObjectAsync(gdpr, subject(keys[i])) : GiveAsync(gdpr, subject(keys[i])));
        }

        (await context.Set<TEntity>().WherePermitted(gdpr, Newsletter).Select(key).ToListAsync(Token)).Should().BeEquivalentTo(keys.Where((_, i) => i % 2 == 1));
        (await context.Set<TEntity>().WherePermitted(gdpr, Claims).Select(key).ToListAsync(Token)).Should().BeEquivalentTo(keys.Where((_, i) => i % 2 == 1));
        (await context.Set<TEntity>().WherePermitted(gdpr, Orders).Select(key).ToListAsync(Token)).Should().BeEquivalentTo(keys);
    }

    private static async Task ObjectAsync(GdprUnitOfWork gdpr, SubjectId person) => await gdpr.Objections.ObjectAsync(person, Claims, cancellationToken: Token);

    private static async Task GiveAsync(GdprUnitOfWork gdpr, SubjectId person) => await gdpr.Consents.GiveAsync(
        person,
        Newsletter,
        new ConsentEvidence
        {
            By = ConsentActor.Person,
            Medium = ConsentMedium.Website,
            Mechanism = ConsentMechanism.Checkbox,
            Wording = gdpr.Consents.Question(Newsletter, Language.Dutch),
            Notice = PrivacyNotice.From(TestRegisters.Shop(), Language.Dutch).Digest,
        },
        Token);
}
