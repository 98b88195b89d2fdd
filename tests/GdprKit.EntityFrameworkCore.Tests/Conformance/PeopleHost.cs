using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Conformance;

/// <summary>A host that keeps people in its own database, for the suites that read them: a context of its own for every request, as hosts have.</summary>
/// <typeparam name="TContext">The context of the host.</typeparam>
internal sealed class PeopleHost<TContext>(Action<IServiceCollection> declare) : IAsyncDisposable
    where TContext : DbContext
{
    private ServiceProvider? _services;

    private ServiceProvider Services => _services ?? throw SkipException.ForSkip(PostgreSqlInstallation.Missing);

    public AsyncServiceScope Request() => Services.CreateAsyncScope();

    public ValueTask AddAsync(IEnumerable<object> rows, CancellationToken cancellationToken) => SaveAsync(context => context.AddRange(rows), cancellationToken);

    public ValueTask RemoveAsync(IEnumerable<object> rows, CancellationToken cancellationToken) => SaveAsync(context => context.RemoveRange(rows), cancellationToken);

    public async ValueTask CreateAsync(Action<DbContextOptionsBuilder> use)
    {
        var services = new ServiceCollection().AddDbContext<TContext>(use);
        declare(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await using var request = Request();
        await request.ServiceProvider.GetRequiredService<TContext>().Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async ValueTask SaveAsync(Action<TContext> change, CancellationToken cancellationToken)
    {
        await using var request = Request();
        var context = request.ServiceProvider.GetRequiredService<TContext>();
        change(context);
        await context.SaveChangesAsync(cancellationToken);
    }
}
