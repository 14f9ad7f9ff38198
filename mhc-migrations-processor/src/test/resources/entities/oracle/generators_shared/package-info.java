@SequenceGenerator(name = "package_gen", sequenceName = "package_numbers", allocationSize = 15)
package generators_shared;

import jakarta.persistence.SequenceGenerator;
