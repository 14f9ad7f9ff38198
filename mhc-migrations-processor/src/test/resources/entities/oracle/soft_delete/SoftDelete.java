package soft_delete;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.TenantId;

@Entity
@SoftDelete
class Soft {
    @Id
    Long id;

    @ElementCollection
    @SoftDelete
    Set<String> tags;
}

@Entity
@SoftDelete(columnName = "active_", strategy = SoftDeleteType.ACTIVE)
class Active {
    @Id
    Long id;
}

@Entity
class Tenanted {
    @Id
    Long id;

    @TenantId
    String tenant;
}
