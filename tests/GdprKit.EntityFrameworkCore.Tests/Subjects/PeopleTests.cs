using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Subjects;

/// <summary>A host with people of every kind of key, on a database of its own.</summary>
public abstract class PeopleTests : IAsyncLifetime
{
    private ServiceProvider? _services;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 26, 9, 30));

    protected IServiceProvider Services => _services!;

    public async ValueTask InitializeAsync()
    {
        var use = await CreateDatabaseAsync();
        var services = new ServiceCollection().AddSingleton<IClock>(Clock).AddDbContext<PeopleContext>(use);
        services.AddGdprKit(gdpr =>
        {
            gdpr.UseRegister(TestRegisters.Shop())
                .AddMap<Shopper>(data => data
                    .IsSubject(Customers, shopper => shopper.Id)
                    .Field(EmailAddress, shopper => shopper.Mail).Email(shopper => shopper.Mail)
                    .Field(Name, shopper => shopper.Speaks).Language(shopper => shopper.Speaks))
                .AddMap<Player>(data => data.IsSubject(Customers, player => player.Id))
                .AddMap<Guest>(data => data.IsSubject(Employees, guest => guest.Id))
                .AddMap<Backwards>(data => data.IsSubject(Customers, one => one.Code))
                .UseEntityFrameworkCore<PeopleContext>();
            Declare(gdpr);
        });
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await using var context = Context();
        await context.Database.EnsureCreatedAsync(Token);
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

    protected abstract Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync();

    protected abstract Task DropDatabaseAsync();

    /// <summary>Says who readers and tenants are.</summary>
    protected abstract void Declare(GdprKitBuilder gdpr);

    protected PeopleContext Context() => Services.CreateScope().ServiceProvider.GetRequiredService<PeopleContext>();

    protected async Task SaveAsync(params object[] rows)
    {
        await using var context = Context();
        context.AddRange(rows);
        await context.SaveChangesAsync(Token);
    }
}
