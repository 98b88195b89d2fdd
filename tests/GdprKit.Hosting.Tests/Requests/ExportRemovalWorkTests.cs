using GdprKit.Hosting;
using GdprKit.Ledger;
using GdprKit.Requests;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

public sealed class ExportRemovalWorkTests : WorkerTest
{
    [Fact]
    public async Task An_export_goes_within_the_hour_after_its_time()
    {
        var folder = Directory.CreateTempSubdirectory("gdprkit-exports-");
        try
        {
            var vault = new FileExportVault(folder.FullName);
            var host = Host(options => options.LookEvery = Duration.FromHours(1), services => services.AddSingleton<IExportVault>(vault));
            var now = Clock.GetCurrentInstant();
            await (await vault.CreateAsync(EntryId.New(now), now + Duration.FromMinutes(90), Token)).DisposeAsync();
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "of-somebody-else.export"), "left alone", Token);

            await StartAsync<ExportRemovalWork>(host);
            folder.GetFiles().Should().HaveCount(2);
            Time.Pass(Duration.FromHours(1));
            await WaitsAsync();
            folder.GetFiles().Should().HaveCount(2);
            Time.Pass(Duration.FromHours(1));
            await WaitsAsync();

            folder.GetFiles().Should().ContainSingle().Which.Name.Should().Be("of-somebody-else.export");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
