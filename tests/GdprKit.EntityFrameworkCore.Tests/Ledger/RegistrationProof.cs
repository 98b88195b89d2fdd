using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>However a host registers its context, each request works on its own, and what is pooled carries nothing over.</summary>
internal static class RegistrationProof
{
    private const int Requests = 8;

    private const int Rounds = 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task OfOneAfterAnotherAsync(string registration, Action<DbContextOptionsBuilder> use)
    {
        await using var provider = await CreateAsync(registration, use);
        var person = SubjectId.Of(ShopKeys.Customers, 1);
        await using (var request = provider.CreateAsyncScope())
        {
            await RememberAsync(request, person);
        }

        await using var next = provider.CreateAsyncScope();
        (await CountAsync(next, person)).Should().Be(1);
    }

    public static async Task OfManyAtOnceAsync(string registration, Action<DbContextOptionsBuilder> use)
    {
        await using var provider = await CreateAsync(registration, use);
        await Task.WhenAll(Enumerable.Range(100, Requests).Select(number => VisitAsync(provider.CreateAsyncScope, number)));

        await using var last = provider.CreateAsyncScope();
        for (var number = 100; number < 100 + Requests; number++)
        {
            (await CountAsync(last, SubjectId.Of(ShopKeys.Customers, number))).Should().Be(Rounds, "of the entries of customer {0} none is lost and none is somebody else's", number);
        }

        var customers = await last.ServiceProvider.GetRequiredService<LedgerContext>().Customers.Select(customer => customer.Name).ToListAsync(Token);
        customers.Should().HaveCount(Requests * Rounds).And.NotContain("nobody");
    }

    /// <summary>Somebody who comes back again and again, and every time fails first.</summary>
    private static async Task VisitAsync(Func<AsyncServiceScope> begin, int number)
    {
        await Task.Yield();
        var person = SubjectId.Of(ShopKeys.Customers, number);
        for (var round = 0; round < Rounds; round++)
        {
            await using (var failing = begin())
            {
                await FailAsync(failing.ServiceProvider.GetRequiredService<LedgerContext>(), person);
            }

            await using var request = begin();
            request.ServiceProvider.GetRequiredService<LedgerContext>().ChangeTracker.Entries().Should().BeEmpty();
            request.ServiceProvider.GetRequiredService<LedgerContext>().Add(new Customer { Name = $"customer {number}" });
            await RememberAsync(request, person);
        }
    }

    private static async Task FailAsync(LedgerContext context, SubjectId person)
    {
        context.Add(new Customer { Name = "nobody" });
        var saving = () => context.SaveChangesWithGdprAsync(
            async (gdpr, ct) =>
            {
                await gdpr.Subjects.LinkAsync([person], gdpr.Clock.GetCurrentInstant(), ct);
                throw new InvalidOperationException("the host fails");
            },
            Token);
        await saving.Should().ThrowAsync<InvalidOperationException>().WithMessage("the host fails");
    }

    private static async Task<ServiceProvider> CreateAsync(string registration, Action<DbContextOptionsBuilder> use)
    {
        var services = new ServiceCollection();
        _ = registration switch
        {
            "AddDbContext" => services.AddDbContext<LedgerContext>(use),
            "AddDbContextPool" => services.AddDbContextPool<LedgerContext>(use, poolSize: 2),
            "AddDbContextFactory" => services.AddDbContextFactory<LedgerContext>(use),
            _ => services.AddPooledDbContextFactory<LedgerContext>(use, poolSize: 2).AddScoped(provider => provider.GetRequiredService<IDbContextFactory<LedgerContext>>().CreateDbContext()),
        };
        services.AddGdprKit().UseEntityFrameworkCore<LedgerContext>().UseEntityFrameworkCore<LedgerContext>();
        var built = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await using var first = built.CreateAsyncScope();
        await first.ServiceProvider.GetRequiredService<LedgerContext>().Database.EnsureCreatedAsync(Token);
        return built;
    }

    private static Task<int> RememberAsync(AsyncServiceScope request, SubjectId person) => request.ServiceProvider.GetRequiredService<LedgerContext>().SaveChangesWithGdprAsync(
        async (gdpr, ct) =>
        {
            var link = (await gdpr.Subjects.LinkAsync([person], gdpr.Clock.GetCurrentInstant(), ct))[0];
            await gdpr.Streams.AppendAsync<Subscription>(Subscription.StreamOf(link.Ref), person, _ => [Subscription.Start()], ct);
        },
        Token);

    private static async Task<long> CountAsync(AsyncServiceScope request, SubjectId person)
    {
        var found = (await request.ServiceProvider.GetRequiredService<ISubjectDirectory>().FindBySubjectAsync([person], Token)).Should().ContainSingle().Which;
        return (await request.ServiceProvider.GetRequiredService<LedgerStreams>().LoadAsync<Subscription>(Subscription.StreamOf(found.Ref), Token)).Version;
    }
}
