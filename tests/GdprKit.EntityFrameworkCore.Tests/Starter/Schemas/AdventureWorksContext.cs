using Microsoft.EntityFrameworkCore;

namespace AdventureWorks;

/// <summary>AdventureWorksLT.</summary>
public sealed class AdventureWorksContext(DbContextOptions<AdventureWorksContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BuildVersion>().HasNoKey();
        modelBuilder.Entity<CustomerAddress>().HasKey(a => new { a.CustomerId, a.AddressId });
        modelBuilder.Entity<ErrorLog>();
        modelBuilder.Entity<ProductCategory>().HasOne(c => c.ParentProductCategory).WithMany(c => c.InverseParentProductCategory).HasForeignKey(c => c.ParentProductCategoryId);
        modelBuilder.Entity<ProductModelProductDescription>().HasKey(d => new { d.ProductModelId, d.ProductDescriptionId, d.Culture });
        modelBuilder.Entity<SalesOrderDetail>().HasKey(d => new { d.SalesOrderId, d.SalesOrderDetailId });
        modelBuilder.Entity<SalesOrderHeader>(order =>
        {
            order.HasKey(o => o.SalesOrderId);
            order.HasOne(o => o.BillToAddress).WithMany(a => a.SalesOrderHeaderBillToAddresses).HasForeignKey(o => o.BillToAddressId);
            order.HasOne(o => o.ShipToAddress).WithMany(a => a.SalesOrderHeaderShipToAddresses).HasForeignKey(o => o.ShipToAddressId);
        });
    }
}
