using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Notices;

public sealed class SqliteContactFixture : ContextContactFixture
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gdprkit-contacts-").FullName;

    public override async ValueTask InitializeAsync()
    {
        // Without a pool nothing stays open when the file is deleted.
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "contacts.sqlite"), Pooling = false };
        await CreateAsync(options => options.UseSqlite(file.ConnectionString));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
