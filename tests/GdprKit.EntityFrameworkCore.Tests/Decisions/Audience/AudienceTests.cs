using CsCheck;
using GdprKit.Decisions;
using GdprKit.EntityFrameworkCore.Consent;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Decisions.Audience;

/// <summary>Who is chosen by a statement is who is permitted by a decision, whatever people said and whatever the register became.</summary>
public abstract class AudienceTests : IAsyncLifetime
{
    private const int People = 25;

    private static readonly SoftOptIn Customer = new()
    {
        IsSameLegalEntity = true,
        IsFromSale = true,
        IsAboutOwnSimilarProducts = true,
        WasOptOutOfferedAtCollection = true,
        IsOptOutInEveryMessage = true,
    };

    private static readonly ProcessingUse[] Uses =
    [
        ProcessingUse.Ordinary,
        new() { Operation = ProcessingOperation.Store },
        new() { Exemption = RestrictionExemption.LegalClaims },
        new() { SubjectAge = 12 },
        new() { IsToldOfPurpose = false },
        .. Enum.GetValues<MarketingChannel>().Where(channel => channel is not MarketingChannel.Unspecified).Select(ProcessingUse.MessageOver),
        ProcessingUse.MessageOver(MarketingChannel.Email) with { SoftOptIn = Customer },
        ProcessingUse.MessageOver(MarketingChannel.Email) with { SoftOptIn = Customer, Exemption = RestrictionExemption.PublicInterest },
    ];

    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 26, 9, 30));
    private ServiceProvider? _services;

    // A long run by command: GDPRKIT_AUDIENCES=200.
    private static long Iterations => long.TryParse(Environment.GetEnvironmentVariable("GDPRKIT_AUDIENCES"), out var iterations) ? iterations : 2;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var use = await CreateDatabaseAsync();
        var services = new ServiceCollection().AddSingleton<IClock>(_clock).AddSingleton<IKeyRing>(new OneKey()).AddDbContext<MemberContext>(use);
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(AudienceRegisters.Today)
            .AddMap<Member>(data => data.IsSubject(Customers, member => member.Id).Field(Name, member => member.Name))
            .UseEntityFrameworkCore<MemberContext>());
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await using var request = _services.CreateAsyncScope();
        await request.ServiceProvider.GetRequiredService<MemberContext>().Database.EnsureCreatedAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
            await DropDatabaseAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public Task A_statement_chooses_whom_a_decision_permits() => Gen.Select(Gen.Int, Gen.Int[0, AudienceRegisters.Later.Count - 1]).SampleAsync(
        async (seed, later) => await AgreesAsync(new Random(seed), AudienceRegisters.Later[later]), iter: Iterations, threads: 1);

    [Fact]
    public async Task The_last_word_counts_in_whatever_shape_it_was_asked_and_no_list_goes_over_it()
    {
        await using var request = _services!.CreateAsyncScope();
        var context = request.ServiceProvider.GetRequiredService<MemberContext>();
        var member = context.Add(new Member { Name = "Ann" }).Entity;
        await context.SaveChangesAsync(Token);
        var (ann, gdpr, apart) = (SubjectId.Of(Customers, member.Id), context.Gdpr(), AudienceRegisters.Later[1]);
        var (whole, each) = (OfferedNotice.Consents(AudienceRegisters.Today, gdpr, _clock), OfferedNotice.Consents(apart, gdpr, _clock));
        var post = new ConsentTopic(AudienceRegisters.Club, MarketingChannel.Post);

        var before = _clock.GetCurrentInstant() - Duration.FromDays(9);
        await each.ImportAsync([new ImportedConsent { Subject = ann, Topic = post, GivenAt = _clock.GetCurrentInstant() }], ConsentSource.Of("Een oude lijst.", _clock.GetCurrentInstant(), AgreedRegister.Today), null, Token);
        await ExpectAsync(isChosen: true);

        // What is recorded of before, as of a letter that lay about.
        await whole.RefuseAsync(ann, AudienceRegisters.Club, ConsentSignal.ByPersonOnline with { At = before }, Token);
        await ExpectAsync(isChosen: false);

        _clock.Advance(Duration.FromMinutes(1));
        await each.GiveAsync(ann, post, OfferedNotice.Evidence(apart), Token);
        await ExpectAsync(isChosen: true);

        // Another instance still asks as before.
        _clock.Advance(Duration.FromMinutes(1));
        await whole.WithdrawAsync(ann, AudienceRegisters.Club, ConsentSignal.ByPersonOnline, Token);
        await ExpectAsync(isChosen: false);

        async Task ExpectAsync(bool isChosen)
        {
            var use = ProcessingUse.MessageOver(MarketingChannel.Post);
            var condition = EntityFrameworkCore.Audience.Of<Member>(
                context, _services!.GetRequiredService<PersonalDataMap>(), AudienceTerms.Of(apart, AudienceRegisters.Club, use, _clock), _clock.GetCurrentInstant());
            (await context.Members.AnyAsync(condition!, Token)).Should().Be(isChosen);
            (await new ProcessingDecisions(apart, gdpr.Store, gdpr.Streams, gdpr.Subjects, _clock).DecideAsync(ann, AudienceRegisters.Club, use, Token)).Permitted.Should().Be(isChosen);
        }
    }

    [Fact]
    public Task A_statement_chooses_whom_a_decision_permits_also_of_a_purpose_that_was_added_later() => Gen.Int.SampleAsync(
        async seed => await AgreesOnWhoWasToldAsync(new Random(seed)), iter: Iterations, threads: 1);

    [Fact]
    public async Task Who_was_told_of_the_version_that_names_a_purpose_is_chosen_and_nobody_else()
    {
        await using var request = _services!.CreateAsyncScope();
        var context = request.ServiceProvider.GetRequiredService<MemberContext>();
        var (ann, gdpr) = (context.Add(new Member { Name = "Ann" }).Entity, context.Gdpr());
        context.Add(new Member { Name = "Ben" });
        await context.SaveChangesAsync(Token);
        var told = new ToldPeople(gdpr, _clock, Token);
        await told.PublishAsync(TestRegisters.Shop());

        (await ChosenAsync()).Should().BeEmpty("no version names it");

        _clock.Advance(Duration.FromHours(1));
        await told.PublishAsync(AudienceRegisters.Today);
        (await context.Members.WherePermitted(gdpr, AudienceRegisters.Tips).CountAsync(Token)).Should().Be(2, "that leaves it to the decision");
        (await ChosenAsync()).Should().BeEmpty("nobody was told");

        await told.ReadAsync(SubjectId.Of(Customers, ann.Id));
        (await ChosenAsync()).Should().Equal(ann.Id);
        (await (await context.Members.WherePermittedAsync(gdpr, Orders, cancellationToken: Token)).CountAsync(Token)).Should().Be(2, "the first version named that");

        async Task<List<int>> ChosenAsync() =>
            await (await context.Members.WherePermittedAsync(gdpr, AudienceRegisters.Tips, cancellationToken: Token)).Select(member => member.Id).ToListAsync(Token);
    }

    protected abstract Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync();

    protected abstract Task DropDatabaseAsync();

    private async Task AgreesAsync(Random random, ProcessingRegister later)
    {
        await using var request = _services!.CreateAsyncScope();
        var context = request.ServiceProvider.GetRequiredService<MemberContext>();
        await context.Members.ExecuteDeleteAsync(Token);
        context.AddRange(Enumerable.Range(0, People).Select(_ => new Member { Name = "Ann" }));
        await context.SaveChangesAsync(Token);
        context.ChangeTracker.Clear();
        var people = await context.Members.Select(member => member.Id).ToListAsync(Token);
        var gdpr = context.Gdpr();

        // To and fro, so that people answer the same question in both shapes, in any order.
        foreach (var register in (ProcessingRegister[])[AudienceRegisters.Today, later, AudienceRegisters.Today, later])
        {
            var answers = new RandomAnswers(random, gdpr, register, _clock, Token);
            await answers.ReviseAsync();
            await LiveAsync(answers, random, people);
        }

        await AgreesAsync(context, later, people, random);

        // Some consents have expired by then.
        _clock.Advance(Duration.FromDays(2 * 366));
        await AgreesAsync(context, later, people, random);
    }

    // Versions come and go, in any order, some to hold later; people read some of them, and answer.
    private async Task AgreesOnWhoWasToldAsync(Random random)
    {
        await using var request = _services!.CreateAsyncScope();
        var context = request.ServiceProvider.GetRequiredService<MemberContext>();
        context.AddRange(Enumerable.Range(0, People).Select(_ => new Member { Name = "Ann" }));
        await context.SaveChangesAsync(Token);
        context.ChangeTracker.Clear();
        var people = await context.Members.OrderByDescending(member => member.Id).Select(member => member.Id).Take(People).Reverse().ToListAsync(Token);
        var gdpr = context.Gdpr();
        var told = new ToldPeople(gdpr, _clock, Token);
        ProcessingRegister[] registers = [TestRegisters.Shop(), .. AudienceRegisters.Later];
        for (var round = 0; round < 3; round++)
        {
            await told.PublishAsync(registers[random.Next(round == 0 ? 2 : registers.Length)], isLater: random.Next(3) == 0, isEditorial: random.Next(4) == 0);
            var register = registers[random.Next(1, registers.Length)];
            var answers = new RandomAnswers(random, gdpr, register, _clock, Token);
            for (var i = 0; i < People; i++)
            {
                var person = SubjectId.Of(Customers, people[random.Next(People - 3)]);
                await (random.Next(2) == 0 ? told.ReadAsync(person, random) : answers.HappenAsync(person));
                _clock.Advance(Duration.FromHours(random.Next(1, 20)));
            }

            await answers.ReviseAsync();
            await AgreesAsync(context, register, people, random);
        }
    }

    private async Task LiveAsync(RandomAnswers answers, Random random, List<int> people)
    {
        // Who has the last numbers never says anything, so some have no link.
        for (var i = 0; i < People * 2; i++)
        {
            await answers.HappenAsync(SubjectId.Of(Customers, people[random.Next(People - 3)]));
            _clock.Advance(Duration.FromHours(random.Next(1, 100)));
        }
    }

    private async Task AgreesAsync(MemberContext context, ProcessingRegister register, List<int> people, Random random)
    {
        var gdpr = context.Gdpr();
        var map = _services!.GetRequiredService<PersonalDataMap>();
        var decisions = new ProcessingDecisions(register, gdpr.Store, gdpr.Streams, gdpr.Subjects, _clock);
        foreach (var (activity, use) in from activity in register.Activities where activity.People.Contains(Customers) from use in random.GetItems(Uses, 3) select (activity.Key, use))
        {
            var decided = await decisions.DecideAsync(people.Select(id => new ProcessingQuestion(SubjectId.Of(Customers, id), activity, use)).ToValueList(), Token);
            var permitted = people.Zip(decided).Where(pair => pair.Second.Permitted).Select(pair => pair.First);
            var terms = await AudienceTerms.OfAsync(register, activity, use, _clock, gdpr.Store, cancellationToken: Token);
            var condition = EntityFrameworkCore.Audience.Of<Member>(context, map, terms, _clock.GetCurrentInstant());
            var chosen = condition is null ? [] : await context.Members.Where(condition).Where(member => people.Contains(member.Id)).Select(member => member.Id).ToListAsync(Token);
            chosen.Should().BeEquivalentTo(permitted, "of {0} for {1}: {2}", activity, use, string.Join(", ", people.Zip(decided).Select(pair => $"{pair.First} {pair.Second.Reason.Id}")));
        }
    }
}
